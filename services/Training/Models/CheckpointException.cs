namespace AgentScaler.Training.Models;

/// <summary>A checkpoint cannot be used; the message names the file, what is wrong and the remedy.</summary>
public sealed class CheckpointException(string message, Exception? inner = null) : Exception(message, inner);
