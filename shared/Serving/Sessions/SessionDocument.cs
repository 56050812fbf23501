namespace AgentScaler.Serving.Sessions;

/// <summary>The document of one environment session in the collection <c>sessions</c>. Its calls are in <c>session_calls</c>.</summary>
/// <param name="Domain">The domain's slug.</param>
/// <param name="EnvironmentId">The environment on which it was opened. It is never continued on another one.</param>
/// <param name="Task">The task of the session. Null if it has none.</param>
internal sealed record SessionDocument(string Id, string Domain, string EnvironmentId, string? Task);
