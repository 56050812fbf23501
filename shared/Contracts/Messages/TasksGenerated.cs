namespace AgentScaler.Contracts.Messages;

/// <summary>The tasks of one materialized domain stand in the store.</summary>
public sealed record TasksGenerated(string RunId, string DomainId, int TaskCount) : IWork;
