namespace AgentScaler.Contracts.Messages;

/// <summary>A trajectory has received its verdict.</summary>
public sealed record TrajectoryJudged(string RunId, string TrajectoryId, bool Accepted);
