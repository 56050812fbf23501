namespace AgentScaler.Contracts.Messages;

/// <summary>One episode is to be played (a command): a task, an attempt, an agent and a seed.</summary>
public sealed record RolloutRequested(string RunId, string TaskId, int Attempt, string Agent, long Seed);
