namespace AgentScaler.Clustering.Graphs;

/// <summary>A link of two domains, by index. Its weight is the sum of the similarities of the edges between their tools.</summary>
internal readonly record struct DomainLink(int First, int Second, double Weight);
