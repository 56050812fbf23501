namespace AgentScaler.Contracts.Messages;

/// <summary>A training stage made progress. The messages are throttled, so not every step sends one.</summary>
public sealed record TrainingProgressed(string RunId, string JobId, int Step, int Steps, double Loss);
