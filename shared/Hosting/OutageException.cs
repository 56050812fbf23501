namespace AgentScaler.Hosting;

/// <summary>
/// Something that the work needs and that is not part of it does not answer: a model endpoint, another service. The work waits
/// until it does; no try is counted.
/// </summary>
public sealed class OutageException(string message, Exception? inner = null) : Exception(message, inner);
