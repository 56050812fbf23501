namespace AgentScaler.Filtering.Datasets;

/// <summary>Numbers of rows of one dataset.</summary>
public sealed record DatasetCounts(int Train, int Validation, int ValidationTasks);
