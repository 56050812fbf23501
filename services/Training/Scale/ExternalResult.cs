namespace AgentScaler.Training.Scale;

/// <summary>What the adapter script writes when it is done.</summary>
public sealed record ExternalResult(int GlobalStep, int MaxSteps);
