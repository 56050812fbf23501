namespace AgentScaler.Contracts.Messages;

/// <summary>One trajectory has its verdict.</summary>
public sealed record TrajectoryJudged(string RunId, string TrajectoryId, bool Accepted);
