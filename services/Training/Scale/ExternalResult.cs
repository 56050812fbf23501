namespace AgentScaler.Training.Scale;

/// <summary>The result that the adapter script writes at the end.</summary>
public sealed record ExternalResult(int GlobalStep, int MaxSteps);
