namespace AgentScaler.Gateway.Runs;

/// <summary>Thrown when a run with the requested id exists and has other sources or options.</summary>
public sealed class OrderConflictException(string message) : InvalidOperationException(message);
