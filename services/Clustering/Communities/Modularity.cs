namespace AgentScaler.Clustering.Communities;

/// <summary>Computes Newman's modularity with the resolution of Reichardt and Bornholdt.</summary>
public static class Modularity
{
    /// <summary>The sum over communities of e_c / m - resolution (k_c / 2m)^2; 0 for a graph without edges.</summary>
    public static double Of(WeightedGraph graph, IReadOnlyList<int> communities, double resolution = 1)
    {
        if (graph.TotalWeight == 0)
        {
            return 0;
        }

        var count = communities.Count == 0 ? 0 : communities.Max() + 1;
        var inner = new double[count];
        var strengths = new double[count];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var own = communities[node];
            strengths[own] += graph.Strengths[node];
            inner[own] += graph.SelfWeights[node];
            var neighbours = graph.Neighbours(node);
            var weights = graph.NeighbourWeights(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                if (communities[neighbours[i]] == own)
                {
                    inner[own] += weights[i] / 2;
                }
            }
        }

        double sum = 0;
        for (var c = 0; c < count; c++)
        {
            var share = strengths[c] / (2 * graph.TotalWeight);
            sum += inner[c] / graph.TotalWeight - resolution * share * share;
        }

        return sum;
    }
}
