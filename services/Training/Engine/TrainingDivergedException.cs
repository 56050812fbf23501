namespace AgentScaler.Training.Engine;

/// <summary>Thrown when the loss is no longer a number. The last checkpoint is intact.</summary>
public sealed class TrainingDivergedException(string message) : Exception(message);
