namespace AgentScaler.Contracts.Messages;

/// <summary>One training stage is to be run (a command); accepted at once, then leased.</summary>
public sealed record TrainingRequested(string RunId, string JobId, int Stage) : IWork;
