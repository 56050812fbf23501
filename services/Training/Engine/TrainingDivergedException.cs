namespace AgentScaler.Training.Engine;

/// <summary>The loss is no number any more; the last checkpoint is intact.</summary>
public sealed class TrainingDivergedException(string message) : Exception(message);
