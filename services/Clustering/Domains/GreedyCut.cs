using AgentScaler.Clustering.Communities;

namespace AgentScaler.Clustering.Domains;

/// <summary>Cuts a connected graph that no resolution divides, such as many copies of one tool, into connected pieces of bounded size.</summary>
internal static class GreedyCut
{
    /// <summary>Grows one piece after the other, each time adding the node with the strongest edge into the piece.</summary>
    public static List<List<int>> Cut(WeightedGraph graph, int maximumSize)
    {
        var pieces = new List<List<int>>();
        var taken = new bool[graph.NodeCount];
        // Prefer pieces of equal size to full ones and a rest.
        var count = (graph.NodeCount + maximumSize - 1) / maximumSize;
        var size = (graph.NodeCount + count - 1) / count;
        for (var start = 0; start < graph.NodeCount; start++)
        {
            if (taken[start])
            {
                continue;
            }

            var piece = new List<int>();
            var border = new PriorityQueue<int, (double, int)>();
            border.Enqueue(start, (0, start));
            while (piece.Count < size && border.TryDequeue(out var node, out _))
            {
                if (taken[node])
                {
                    continue;
                }

                taken[node] = true;
                piece.Add(node);
                var neighbours = graph.Neighbours(node);
                var weights = graph.NeighbourWeights(node);
                for (var i = 0; i < neighbours.Length; i++)
                {
                    if (!taken[neighbours[i]])
                    {
                        border.Enqueue(neighbours[i], (-weights[i], neighbours[i]));
                    }
                }
            }

            pieces.Add(piece);
        }

        return pieces;
    }
}
