namespace AgentScaler.Trajectories;

/// <summary>The judgement of a trajectory: the first failing stage, and all stages.</summary>
/// <param name="Reason">Code of the rule that failed; null if accepted.</param>
/// <param name="Detail">The details of the failure, for people; empty if accepted.</param>
public sealed record Verdict(bool Accepted, FunnelStage? Stage, string? Reason, string Detail, StageOutcomes Stages);
