namespace AgentScaler.Trajectories;

/// <summary>The judgement of a trajectory: the first failing stage, and all stages.</summary>
/// <param name="Reason">Code of the rule that failed; null where accepted.</param>
/// <param name="Detail">What exactly, for people; empty where accepted.</param>
public sealed record Verdict(bool Accepted, FunnelStage? Stage, string? Reason, string Detail, StageOutcomes Stages);
