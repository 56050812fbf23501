namespace AgentScaler.Trajectories;

/// <summary>What each stage says by itself; null where a stage does not apply.</summary>
/// <param name="Answer">Whether the final answer holds the task's answer values; counted, never a reason to reject.</param>
public sealed record StageOutcomes(bool Validity, bool? StateAlignment, bool? ExactMatch, bool? Answer);
