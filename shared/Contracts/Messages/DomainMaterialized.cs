namespace AgentScaler.Contracts.Messages;

/// <summary>A domain has its schema, its tool programs, its initial state and its proofs.</summary>
public sealed record DomainMaterialized(string RunId, string DomainId, string EnvironmentId) : IWork;
