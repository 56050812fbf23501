namespace AgentScaler.Trajectories.Realism;

/// <summary>The number of write tasks that trivial agents pass.</summary>
/// <param name="Tasks">Write tasks measured.</param>
/// <param name="DoNothing">By doing nothing.</param>
/// <param name="Random">By ten calls of random tools with random values.</param>
/// <param name="OneCall">By one golden call alone: an upper bound for every agent that makes one call.</param>
/// <param name="WordMatching">By calling, for each sentence, the tool whose words it shares, with the values of the same label.</param>
public sealed record TrivialityCounts(int Tasks, int DoNothing, int Random, int OneCall, int WordMatching)
{
    public static TrivialityCounts None { get; } = new(0, 0, 0, 0, 0);

    public static TrivialityCounts operator +(TrivialityCounts a, TrivialityCounts b) =>
        new(a.Tasks + b.Tasks, a.DoNothing + b.DoNothing, a.Random + b.Random, a.OneCall + b.OneCall, a.WordMatching + b.WordMatching);
}
