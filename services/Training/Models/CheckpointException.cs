namespace AgentScaler.Training.Models;

/// <summary>Thrown when a checkpoint cannot be used. The message names the file, the fault and the remedy.</summary>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
