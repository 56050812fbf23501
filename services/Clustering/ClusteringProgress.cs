namespace AgentScaler.Clustering;

/// <summary>What the clusterer is doing now.</summary>
/// <param name="Step">profile, embed, join, resolution, shape, dependencies.</param>
public sealed record ClusteringProgress(string Step, int Done, int Total);
