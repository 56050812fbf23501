namespace AgentScaler.Filtering.Datasets;

/// <summary>Accepted trajectories whose task asks for values in the answer, and those that gave all of them.</summary>
public sealed record AnswerCounts(int Asked, int Given);
