using AgentScaler.Environments.Sessions;

namespace AgentScaler.Serving.Sessions;

/// <summary>A session that has been opened.</summary>
/// <param name="Run">The run whose environment it is.</param>
/// <param name="Intent">What the user of its task wants; empty where it is about no task.</param>
internal sealed record OpenedSession(string Run, string Id, string Domain, string Intent, CompiledEnvironment Environment);
