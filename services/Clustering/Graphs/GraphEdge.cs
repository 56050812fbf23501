namespace AgentScaler.Clustering.Graphs;

/// <summary>An edge between two tools, with the cosine of their vectors.</summary>
/// <param name="Attached">True for an edge at or below the threshold that attaches an orphan to its domain.</param>
public readonly record struct GraphEdge(int From, int To, float Similarity, bool Attached);
