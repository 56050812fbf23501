namespace AgentScaler.Contracts.Messages;

/// <summary>A domain could not be materialized; the rest of the run goes on.</summary>
public sealed record DomainRejected(string RunId, string DomainId, string Reason);
