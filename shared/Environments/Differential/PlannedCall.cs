using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Differential;

/// <summary>One call of a differential test.</summary>
public sealed record PlannedCall(string Tool, Value Arguments);
