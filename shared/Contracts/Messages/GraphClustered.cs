namespace AgentScaler.Contracts.Messages;

/// <summary>The run's tool graph was cut into its domains.</summary>
public sealed record GraphClustered(string RunId, int DomainCount);
