namespace AgentScaler.Training.Stages;

/// <summary>There is nothing to train on.</summary>
public sealed class TrainingDataException(string message) : Exception(message);
