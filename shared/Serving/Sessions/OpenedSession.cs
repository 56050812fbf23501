using AgentScaler.Environments.Sessions;

namespace AgentScaler.Serving.Sessions;

/// <summary>An opened session.</summary>
/// <param name="Run">The run of the session's environment.</param>
/// <param name="Intent">The intent of the session's task. Empty if it has no task.</param>
internal sealed record OpenedSession(string Run, string Id, string Domain, string Intent, CompiledEnvironment Environment);
