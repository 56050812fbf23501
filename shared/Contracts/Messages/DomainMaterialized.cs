namespace AgentScaler.Contracts.Messages;

/// <summary>A domain was materialized: it has a schema, tool programs, an initial state and proofs.</summary>
public sealed record DomainMaterialized(string RunId, string DomainId, string EnvironmentId) : IWork;
