namespace AgentScaler.Pipeline.Options;

/// <summary>The algorithm that cuts the graph into communities.</summary>
public enum ClusteringAlgorithm
{
    /// <summary>Traag, Waltman, van Eck 2019: local moving, refinement, aggregation. Communities are connected.</summary>
    Leiden,

    /// <summary>Blondel, Guillaume, Lambiotte, Lefebvre 2008. Disconnected communities are split into their components.</summary>
    Louvain,
}
