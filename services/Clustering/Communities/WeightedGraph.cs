using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Communities;

/// <summary>An undirected weighted graph as adjacency lists in two arrays. The neighbours of a node ascend.</summary>
public sealed class WeightedGraph
{
    internal readonly int[] Offsets;
    internal readonly int[] Targets;
    internal readonly double[] Weights;

    /// <summary>Weight of the edges inside a node, each counted once: an aggregated node stands for a community.</summary>
    internal readonly double[] SelfWeights;

    internal WeightedGraph(int[] offsets, int[] targets, double[] weights, double[] selfWeights)
    {
        Offsets = offsets;
        Targets = targets;
        Weights = weights;
        SelfWeights = selfWeights;
        Strengths = new double[offsets.Length - 1];
        double total = 0;
        for (var node = 0; node < Strengths.Length; node++)
        {
            double strength = 2 * selfWeights[node];
            for (var i = offsets[node]; i < offsets[node + 1]; i++)
            {
                strength += weights[i];
            }

            Strengths[node] = strength;
            total += strength;
        }

        TotalWeight = total / 2;
    }

    public int NodeCount => Strengths.Length;

    public int EdgeCount => Targets.Length / 2;

    /// <summary>Sum of the weights of all edges: the m of the modularity.</summary>
    public double TotalWeight { get; }

    /// <summary>Weighted degree of every node.</summary>
    internal double[] Strengths { get; }

    public ReadOnlySpan<int> Neighbours(int node) => Targets.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    public ReadOnlySpan<double> NeighbourWeights(int node) => Weights.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    public bool HasEdge(int first, int second) => Neighbours(first).BinarySearch(second) >= 0;

    /// <param name="pairs">Distinct pairs of different nodes.</param>
    public static WeightedGraph Of(int nodes, IReadOnlyList<SimilarityPair> pairs)
    {
        var offsets = new int[nodes + 1];
        for (var i = 0; i < pairs.Count; i++)
        {
            offsets[pairs[i].First + 1]++;
            offsets[pairs[i].Second + 1]++;
        }

        for (var i = 0; i < nodes; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var next = offsets.AsSpan(0, nodes).ToArray();
        var targets = new int[offsets[nodes]];
        var weights = new double[offsets[nodes]];
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            targets[next[pair.First]] = pair.Second;
            weights[next[pair.First]++] = pair.Similarity;
            targets[next[pair.Second]] = pair.First;
            weights[next[pair.Second]++] = pair.Similarity;
        }

        for (var node = 0; node < nodes; node++)
        {
            var length = offsets[node + 1] - offsets[node];
            Array.Sort(targets, weights, offsets[node], length);
        }

        return new WeightedGraph(offsets, targets, weights, new double[nodes]);
    }

    /// <summary>The subgraph of some nodes. Its i-th node is <paramref name="nodes"/>[i].</summary>
    public WeightedGraph Among(IReadOnlyList<int> nodes)
    {
        var place = new Dictionary<int, int>(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            place.Add(nodes[i], i);
        }

        var pairs = new List<SimilarityPair>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var neighbours = Neighbours(nodes[i]);
            var weights = NeighbourWeights(nodes[i]);
            for (var j = 0; j < neighbours.Length; j++)
            {
                if (neighbours[j] > nodes[i] && place.TryGetValue(neighbours[j], out var other))
                {
                    pairs.Add(new SimilarityPair(Math.Min(i, other), Math.Max(i, other), (float)weights[j]));
                }
            }
        }

        return Of(nodes.Count, pairs);
    }
}
