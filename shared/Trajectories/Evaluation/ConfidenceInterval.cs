namespace AgentScaler.Trajectories.Evaluation;

public sealed record ConfidenceInterval(double Low, double High);
