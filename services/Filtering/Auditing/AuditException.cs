namespace AgentScaler.Filtering.Auditing;

/// <summary>Thrown when the audit cannot run. The message names what is missing.</summary>
public sealed class AuditException(string message) : Exception(message);
