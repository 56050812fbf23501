namespace AgentScaler.Contracts.Messages;

/// <summary>All sources of a run were read. Their tools are in the store.</summary>
public sealed record ScenariosCollected(string RunId, int ToolCount) : IWork;
