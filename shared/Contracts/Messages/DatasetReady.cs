namespace AgentScaler.Contracts.Messages;

/// <summary>One dataset of the run is written.</summary>
public sealed record DatasetReady(string RunId, string DatasetId, int Stage);
