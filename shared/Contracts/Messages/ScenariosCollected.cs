namespace AgentScaler.Contracts.Messages;

/// <summary>Every source of the run was read; its tools stand in the store.</summary>
public sealed record ScenariosCollected(string RunId, int ToolCount) : IWork;
