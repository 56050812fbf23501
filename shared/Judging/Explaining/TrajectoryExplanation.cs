using AgentScaler.Trajectories;

namespace AgentScaler.Judging.Explaining;

/// <summary>The explanation of a trajectory's verdict, call by call (docs/contract.md, section 6).</summary>
/// <param name="Recorded">The verdict in the trajectory. Null if it was never judged.</param>
/// <param name="Judged">The judge's verdict now.</param>
/// <param name="Turns">The conversation in its order.</param>
/// <param name="NotMade">The golden calls that are assigned to no call of the conversation.</param>
/// <param name="Differences">The rows in which the final state differs from the golden one.</param>
/// <param name="First">The first call that made the difference. Null if nothing differs.</param>
/// <param name="Tools">The tools to examine next, the likeliest cause first.</param>
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
    /// <summary>Whether the recorded verdict differs from the judge's verdict now.</summary>
    public bool Contradicted => Recorded is not null && (Recorded.Accepted, Recorded.Stage, Recorded.Reason) != (Judged.Accepted, Judged.Stage, Judged.Reason);

    /// <summary>The calls whose recorded result differs from the replay.</summary>
    public IReadOnlyList<int> ContradictedCalls => [.. Turns.SelectMany(t => t.Calls).Where(c => c.Agrees == false).Select(c => c.Call)];
}
