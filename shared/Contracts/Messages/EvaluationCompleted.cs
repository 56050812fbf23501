namespace AgentScaler.Contracts.Messages;

/// <summary>The run's policies were evaluated.</summary>
public sealed record EvaluationCompleted(string RunId, string ReportId);
