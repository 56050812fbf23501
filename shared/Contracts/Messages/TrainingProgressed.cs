namespace AgentScaler.Contracts.Messages;

/// <summary>A training stage took a step; throttled.</summary>
public sealed record TrainingProgressed(string RunId, string JobId, int Step, int Steps, double Loss);
