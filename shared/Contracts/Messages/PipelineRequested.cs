namespace AgentScaler.Contracts.Messages;

/// <summary>A run was asked for. Its sources, options and seed stand in the run's document.</summary>
public sealed record PipelineRequested(string RunId) : IWork;
