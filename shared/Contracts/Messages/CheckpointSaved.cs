namespace AgentScaler.Contracts.Messages;

/// <summary>A training stage saved a checkpoint.</summary>
public sealed record CheckpointSaved(string RunId, string JobId, string CheckpointId, int Step);
