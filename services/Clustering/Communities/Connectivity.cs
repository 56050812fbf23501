namespace AgentScaler.Clustering.Communities;

/// <summary>Checks and restores the connectedness of communities.</summary>
public static class Connectivity
{
    /// <summary>Splits each community into its connected components. This never lowers the modularity.</summary>
    public static int[] Split(WeightedGraph graph, IReadOnlyList<int> communities)
    {
        var parts = new int[graph.NodeCount];
        Array.Fill(parts, -1);
        var stack = new Stack<int>();
        var count = 0;
        for (var start = 0; start < parts.Length; start++)
        {
            if (parts[start] >= 0)
            {
                continue;
            }

            parts[start] = count;
            stack.Push(start);
            while (stack.TryPop(out var node))
            {
                foreach (var neighbour in graph.Neighbours(node))
                {
                    if (parts[neighbour] < 0 && communities[neighbour] == communities[start])
                    {
                        parts[neighbour] = count;
                        stack.Push(neighbour);
                    }
                }
            }

            count++;
        }

        return parts;
    }

    /// <summary>Counts the communities that are not connected.</summary>
    public static int CountDisconnected(WeightedGraph graph, IReadOnlyList<int> communities)
    {
        var parts = Split(graph, communities);
        return communities.Zip(parts).Distinct().CountBy(pair => pair.First).Count(one => one.Value > 1);
    }
}
