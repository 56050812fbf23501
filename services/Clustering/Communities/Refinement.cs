namespace AgentScaler.Clustering.Communities;

/// <summary>
/// Leiden's second phase. It rebuilds each community from single nodes. Nodes merge only inside the community, only if they are well connected to it,
/// and only along edges, so every part is connected. A node takes the best merge, whereas the paper draws among the good ones at random.
/// </summary>
internal sealed class Refinement(WeightedGraph graph, double lambda)
{
    private readonly double[] _towards = new double[graph.NodeCount];
    private readonly int[] _touched = new int[graph.NodeCount];

    public int[] Run(int[] community, int[] order)
    {
        var n = graph.NodeCount;
        var refined = new int[n];
        var strengths = new double[n];
        var outside = new double[n];
        var single = new bool[n];
        var whole = new double[n];
        for (var node = 0; node < n; node++)
        {
            refined[node] = node;
            single[node] = true;
            strengths[node] = graph.Strengths[node];
            whole[community[node]] += graph.Strengths[node];
        }

        for (var node = 0; node < n; node++)
        {
            // Weight between the node and the rest of its community.
            var neighbours = graph.Neighbours(node);
            var weights = graph.NeighbourWeights(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                if (community[neighbours[i]] == community[node])
                {
                    outside[node] += weights[i];
                }
            }
        }

        foreach (var node in order)
        {
            var total = whole[community[node]];
            if (!single[node] || !WellConnected(outside[node], graph.Strengths[node], total))
            {
                continue;
            }

            var (target, weight) = Best(node, community, refined, strengths, outside, total);
            if (target != node)
            {
                single[node] = false;
                single[target] = false;
                outside[target] += outside[node] - 2 * weight;
                strengths[target] += strengths[node];
                refined[node] = target;
            }
        }

        return refined;
    }

    private (int Target, double Weight) Best(int node, int[] community, int[] refined, double[] strengths, double[] outside, double total)
    {
        var count = 0;
        var neighbours = graph.Neighbours(node);
        var weights = graph.NeighbourWeights(node);
        for (var i = 0; i < neighbours.Length; i++)
        {
            if (community[neighbours[i]] != community[node])
            {
                continue;
            }

            var part = refined[neighbours[i]];
            if (_towards[part] == 0)
            {
                _touched[count++] = part;
            }

            _towards[part] += weights[i];
        }

        var best = node;
        var bestGain = 0.0;
        var bestWeight = 0.0;
        for (var i = 0; i < count; i++)
        {
            var part = _touched[i];
            var gain = _towards[part] - lambda * graph.Strengths[node] * strengths[part];
            if (gain > bestGain && WellConnected(outside[part], strengths[part], total))
            {
                (best, bestGain, bestWeight) = (part, gain, _towards[part]);
            }

            _towards[part] = 0;
        }

        return (best, bestWeight);
    }

    private bool WellConnected(double outside, double strength, double total) => outside >= lambda * strength * (total - strength);
}
