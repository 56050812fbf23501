namespace AgentScaler.Filtering.Datasets;

/// <summary>Counts of accepted trajectories whose task asks for values in the answer, and of those that gave all values.</summary>
public sealed record AnswerCounts(int Asked, int Given);
