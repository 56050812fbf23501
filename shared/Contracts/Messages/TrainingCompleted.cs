namespace AgentScaler.Contracts.Messages;

/// <summary>A training stage ended with its final checkpoint.</summary>
public sealed record TrainingCompleted(string RunId, string JobId, string CheckpointId, int Stage);
