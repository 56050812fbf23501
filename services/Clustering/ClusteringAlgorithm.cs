namespace AgentScaler.Clustering;

/// <summary>How the graph is cut into communities.</summary>
public enum ClusteringAlgorithm
{
    /// <summary>Traag, Waltman, van Eck 2019: local moving, refinement, aggregation; communities are connected.</summary>
    Leiden,

    /// <summary>Blondel, Guillaume, Lambiotte, Lefebvre 2008; disconnected communities are cut into their components.</summary>
    Louvain,
}
