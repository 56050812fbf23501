namespace AgentScaler.Contracts.Messages;

/// <summary>A run's tool graph was divided into domains.</summary>
public sealed record GraphClustered(string RunId, int DomainCount);
