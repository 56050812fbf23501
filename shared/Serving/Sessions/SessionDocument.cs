namespace AgentScaler.Serving.Sessions;

/// <summary>What <c>sessions</c> holds of one environment session; what it did stands in <c>session_calls</c>.</summary>
/// <param name="Domain">The domain's slug.</param>
/// <param name="EnvironmentId">The environment that it was opened on: it is never continued on another.</param>
/// <param name="Task">The task that it is about; null for none.</param>
internal sealed record SessionDocument(string Id, string Domain, string EnvironmentId, string? Task);
