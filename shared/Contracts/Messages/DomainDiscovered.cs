namespace AgentScaler.Contracts.Messages;

/// <summary>One domain of the run's tool graph; one message a domain.</summary>
public sealed record DomainDiscovered(string RunId, string DomainId) : IWork;
