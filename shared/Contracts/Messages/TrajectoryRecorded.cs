namespace AgentScaler.Contracts.Messages;

/// <summary>One episode was played to its end and recorded.</summary>
public sealed record TrajectoryRecorded(string RunId, string TrajectoryId);
