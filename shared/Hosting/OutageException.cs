namespace AgentScaler.Hosting;

/// <summary>
/// Thrown when a model endpoint or another service does not answer. The work waits until it answers again, and no retry is used up.
/// </summary>
public sealed class OutageException(string message, Exception? inner = null) : Exception(message, inner);
