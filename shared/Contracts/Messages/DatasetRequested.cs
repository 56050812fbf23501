namespace AgentScaler.Contracts.Messages;

/// <summary>Command: build the datasets of a run. All its trajectories are judged.</summary>
public sealed record DatasetRequested(string RunId) : IWork;
