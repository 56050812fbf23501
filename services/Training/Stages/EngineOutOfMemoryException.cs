namespace AgentScaler.Training.Stages;

/// <summary>The engine ran out of memory; the message says which options to change.</summary>
public sealed class EngineOutOfMemoryException(string message, Exception inner) : Exception(message, inner);
