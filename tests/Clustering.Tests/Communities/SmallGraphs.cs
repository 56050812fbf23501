using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Similarity;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Communities;

/// <summary>Small graphs to detect communities in.</summary>
internal static class SmallGraphs
{
    public static readonly Gen<WeightedGraph> Any = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 1_000_000], Gen.Double[0, 0.5]).Select(Random);

    public static WeightedGraph Of(int nodes, params (int A, int B)[] edges) =>
        WeightedGraph.Of(nodes, [.. edges.Select(edge => new SimilarityPair(edge.A, edge.B, 1))]);

    public static WeightedGraph Random(int nodes, int seed, double density)
    {
        var random = new Random(seed);
        var pairs = new List<SimilarityPair>();
        for (var i = 0; i < nodes; i++)
        {
            for (var j = i + 1; j < nodes; j++)
            {
                if (random.NextDouble() < density)
                {
                    pairs.Add(new SimilarityPair(i, j, 0.1f + (float)random.NextDouble()));
                }
            }
        }

        return WeightedGraph.Of(nodes, pairs);
    }

    /// <summary>Communities of equal size with random edges inside and fewer between.</summary>
    public static (WeightedGraph Graph, int[] Labels) Planted(int communities, int size, double inside, int between, int seed)
    {
        var random = new Random(seed);
        var nodes = communities * size;
        var labels = Enumerable.Range(0, nodes).Select(i => i % communities).ToArray();
        var edges = new HashSet<(int, int)>();
        for (var i = 0; i < nodes; i++)
        {
            for (var j = i + communities; j < nodes; j += communities)
            {
                if (random.NextDouble() < inside)
                {
                    edges.Add((i, j));
                }
            }
        }

        while (between > 0)
        {
            var (a, b) = (random.Next(nodes), random.Next(nodes));
            between -= labels[a] != labels[b] && edges.Add((Math.Min(a, b), Math.Max(a, b))) ? 1 : 0;
        }

        return (WeightedGraph.Of(nodes, [.. edges.Order().Select(edge => new SimilarityPair(edge.Item1, edge.Item2, 1))]), labels);
    }
}
