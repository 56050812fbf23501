namespace AgentScaler.Contracts.Messages;

/// <summary>The run's policies are to be evaluated (a command).</summary>
public sealed record EvaluationRequested(string RunId);
