using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Benchmarks;

/// <summary>A graph whose communities are known: pairs inside a community are linked with one probability, others at random.</summary>
internal sealed record PlantedGraph(IReadOnlyList<SimilarityPair> Pairs, int[] Communities)
{
    /// <summary>30,000 nodes in 1,000 communities, about 103,000 edges inside and 15,000 between.</summary>
    public static PlantedGraph Create(int nodes = 30_000, int communities = 1_000, double inside = 0.237, int between = 15_000, int seed = 1)
    {
        var random = new Random(seed);
        var labels = new int[nodes];
        var groups = Enumerable.Range(0, communities).Select(_ => new List<int>()).ToArray();
        var shuffled = Enumerable.Range(0, nodes).ToArray();
        random.Shuffle(shuffled);
        for (var i = 0; i < nodes; i++)
        {
            labels[shuffled[i]] = i % communities;
            groups[i % communities].Add(shuffled[i]);
        }

        var edges = new HashSet<(int, int)>();
        foreach (var group in groups)
        {
            foreach (var a in group)
            {
                foreach (var b in group.Where(b => a < b && random.NextDouble() < inside))
                {
                    edges.Add((a, b));
                }
            }
        }

        for (var added = 0; added < between;)
        {
            var (a, b) = (random.Next(nodes), random.Next(nodes));
            added += a != b && edges.Add((Math.Min(a, b), Math.Max(a, b))) ? 1 : 0;
        }

        return new PlantedGraph([.. edges.Order().Select(edge => new SimilarityPair(edge.Item1, edge.Item2, 1))], labels);
    }

    public WeightedGraph Graph => WeightedGraph.Of(Communities.Length, Pairs);
}
