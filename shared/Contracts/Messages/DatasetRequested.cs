namespace AgentScaler.Contracts.Messages;

/// <summary>Every trajectory of the run is judged; its datasets are to be built (a command).</summary>
public sealed record DatasetRequested(string RunId) : IWork;
