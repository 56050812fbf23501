namespace AgentScaler.Hosting;

/// <summary>
/// Thrown when something outside the unit of work does not answer: a model endpoint or another service. The work waits until it answers again, and
/// no retry is used up.
/// </summary>
public sealed class OutageException(string message, Exception? inner = null) : Exception(message, inner);
