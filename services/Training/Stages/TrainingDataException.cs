namespace AgentScaler.Training.Stages;

/// <summary>Thrown when there is no data to train on.</summary>
public sealed class TrainingDataException(string message) : Exception(message);
