namespace AgentScaler.Trajectories;

/// <summary>The separate result of each stage; null if a stage does not apply.</summary>
/// <param name="Answer">Whether the final answer contains the task's answer values. It is counted and is never a reason to reject.</param>
public sealed record StageOutcomes(bool Validity, bool? StateAlignment, bool? ExactMatch, bool? Answer);
