namespace AgentScaler.Training.Scale;

/// <summary>The external engine could not be started, or ended before its steps were done; the message holds the end of its log.</summary>
public sealed class ExternalEngineException(string message, Exception? inner = null) : Exception(message, inner);
