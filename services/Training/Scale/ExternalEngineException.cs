namespace AgentScaler.Training.Scale;

/// <summary>Thrown when the external engine cannot be started, or ends before its steps are done. The message contains the end of its log.</summary>
public sealed class ExternalEngineException(string message, Exception? inner = null) : Exception(message, inner);
