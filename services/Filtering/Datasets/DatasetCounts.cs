namespace AgentScaler.Filtering.Datasets;

/// <summary>Rows of one dataset.</summary>
public sealed record DatasetCounts(int Train, int Validation, int ValidationTasks);
