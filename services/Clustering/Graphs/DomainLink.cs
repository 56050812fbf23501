namespace AgentScaler.Clustering.Graphs;

/// <summary>Two domains, by index, and the similarity of their tools summed over the edges between them.</summary>
internal readonly record struct DomainLink(int First, int Second, double Weight);
