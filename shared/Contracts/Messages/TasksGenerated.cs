namespace AgentScaler.Contracts.Messages;

/// <summary>The tasks of a materialized domain were generated and are in the store.</summary>
public sealed record TasksGenerated(string RunId, string DomainId, int TaskCount) : IWork;
