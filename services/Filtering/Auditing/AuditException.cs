namespace AgentScaler.Filtering.Auditing;

/// <summary>The audit cannot be made; the message says what is missing.</summary>
public sealed class AuditException(string message) : Exception(message);
