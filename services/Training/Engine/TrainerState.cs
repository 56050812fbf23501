namespace AgentScaler.Training.Engine;

/// <summary>What <c>trainer_state.json</c> says: how far a training is, and what it was given.</summary>
/// <param name="Fingerprint">Hash of everything that decides the result: shards, initial weights, options, seed.</param>
/// <param name="Parent">Hash of the weights that the training started from; null for random ones.</param>
/// <param name="LogHistory">Every step so far.</param>
/// <param name="MklMode">MKL's mode of reproducible results in which the steps were computed; several, in order, where a training went on in another. Null where it is not known.</param>
public sealed record TrainerState(
    int GlobalStep,
    int MaxSteps,
    string Fingerprint,
    string? Parent,
    IReadOnlyList<StepRecord> LogHistory,
    string? MklMode = null)
{
    public const string FileName = "trainer_state.json";

    /// <summary>The modes of a training that went on in <paramref name="mode"/>.</summary>
    public static string? After(string? modes, string? mode)
    {
        if (modes is null || mode is null) return modes ?? mode;
        return modes == mode || modes.EndsWith("; " + mode, StringComparison.Ordinal) ? modes : $"{modes}; {mode}";
    }
}
