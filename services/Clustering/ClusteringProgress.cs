namespace AgentScaler.Clustering;

/// <summary>The step that the clusterer is working on.</summary>
/// <param name="Step">profile, embed, join, resolution, shape or dependencies.</param>
public sealed record ClusteringProgress(string Step, int Done, int Total);
