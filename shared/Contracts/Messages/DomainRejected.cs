namespace AgentScaler.Contracts.Messages;

/// <summary>A domain could not be materialized. The run continues without it.</summary>
public sealed record DomainRejected(string RunId, string DomainId, string Reason);
