namespace AgentScaler.Gateway.Runs;

/// <summary>A run of the wanted id is there, and was asked to do something else.</summary>
public sealed class OrderConflictException(string message) : InvalidOperationException(message);
