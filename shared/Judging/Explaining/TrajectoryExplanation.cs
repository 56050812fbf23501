using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Explaining;

/// <summary>Why a trajectory is judged as it is, call by call (docs/contract.md, section 6).</summary>
/// <param name="Recorded">The verdict that the trajectory bears; null where it was never judged.</param>
/// <param name="Judged">The verdict that the judge gives now.</param>
/// <param name="Turns">The conversation, in its order.</param>
/// <param name="NotMade">The golden calls that no call of the conversation stands beside.</param>
/// <param name="Differences">The rows in which the final state differs from the golden one.</param>
/// <param name="First">The first call that made the difference; null where nothing differs.</param>
/// <param name="Tools">The tools to look at next, the likeliest cause first.</param>
public sealed record TrajectoryExplanation(
    string Trajectory,
    string Task,
    string Domain,
    TaskKind Kind,
    string Intent,
    Verdict? Recorded,
    Verdict Judged,
    IReadOnlyList<ExplainedTurn> Turns,
    IReadOnlyList<ExplainedGoldenCall> NotMade,
    IReadOnlyList<ExplainedDifference> Differences,
    DivergingCall? First,
    IReadOnlyList<string> Tools)
{
    /// <summary>Whether the recorded verdict is another than the judge gives now.</summary>
    public bool Contradicted => Recorded is not null && (Recorded.Accepted, Recorded.Stage, Recorded.Reason) != (Judged.Accepted, Judged.Stage, Judged.Reason);

    /// <summary>The calls whose recorded result the replay contradicts.</summary>
    public IReadOnlyList<int> ContradictedCalls => [.. Turns.SelectMany(t => t.Calls).Where(c => c.Agrees == false).Select(c => c.Call)];
}
