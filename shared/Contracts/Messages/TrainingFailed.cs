namespace AgentScaler.Contracts.Messages;

/// <summary>A training stage ended without a checkpoint.</summary>
public sealed record TrainingFailed(string RunId, string JobId, string Reason);
