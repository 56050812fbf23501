namespace AgentScaler.Contracts.Messages;

/// <summary>Command: run one training stage. It is accepted at once, and a worker leases the job later.</summary>
public sealed record TrainingRequested(string RunId, string JobId, int Stage) : IWork;
