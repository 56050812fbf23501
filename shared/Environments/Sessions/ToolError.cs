using AgentScaler.Environments.Programs;

namespace AgentScaler.Environments.Sessions;

/// <summary>The reason why a call failed. A failed call changes nothing.</summary>
public sealed record ToolError(ErrorCode Code, string Message);
