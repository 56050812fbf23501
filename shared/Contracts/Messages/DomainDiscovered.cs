namespace AgentScaler.Contracts.Messages;

/// <summary>A domain was found in a run's tool graph. Each domain has its own message.</summary>
public sealed record DomainDiscovered(string RunId, string DomainId) : IWork;
