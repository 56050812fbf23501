namespace AgentScaler.Contracts.Messages;

/// <summary>One dataset of a run was written.</summary>
public sealed record DatasetReady(string RunId, string DatasetId, int Stage);
