namespace AgentScaler.Contracts.Messages;

/// <summary>A run was requested. The run's document holds its sources, options and seed.</summary>
public sealed record PipelineRequested(string RunId) : IWork;
