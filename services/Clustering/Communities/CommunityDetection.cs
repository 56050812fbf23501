using AgentScaler.Language.Values;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Communities;

/// <summary>Louvain and Leiden for modularity with resolution; deterministic by seed.</summary>
public static class CommunityDetection
{
    /// <summary>Most rounds of Leiden. On the planted graph a third round adds less than 0.0001 to the modularity.</summary>
    private const int MaximumRounds = 2;

    /// <summary>Returns the community of every node, numbered from 0 in order of first appearance. Every community is connected.</summary>
    /// <param name="resolution">The gamma of Reichardt and Bornholdt 2006; 1 is Newman's modularity.</param>
    public static int[] Detect(WeightedGraph graph, ClusteringAlgorithm algorithm, double resolution, long seed, CancellationToken cancellationToken) =>
        DetectAt(graph, algorithm, LambdaOf(graph, resolution), NodeOrder.Numbered(graph.NodeCount), (ulong)seed, cancellationToken);

    /// <summary>Returns the price of a unit of strength product: resolution / 2m.</summary>
    internal static double LambdaOf(WeightedGraph graph, double resolution) =>
        graph.TotalWeight > 0 ? resolution / (2 * graph.TotalWeight) : 0;

    /// <param name="rounds">Most rounds of Leiden. One round shows the sizes of communities well enough to compare resolutions.</param>
    internal static int[] DetectAt(
        WeightedGraph graph, ClusteringAlgorithm algorithm, double lambda, ulong[] keys, ulong seed, CancellationToken cancellationToken,
            int rounds = MaximumRounds)
    {
        var communities = algorithm == ClusteringAlgorithm.Leiden
            ? Leiden(graph, lambda, keys, seed, rounds, cancellationToken)
            : Connectivity.Split(graph, Louvain(graph, lambda, keys, seed, cancellationToken));
        Aggregation.Renumber(communities);
        return communities;
    }

    private static int[] Louvain(WeightedGraph graph, double lambda, ulong[] keys, ulong seed, CancellationToken cancellationToken)
    {
        var result = Singletons(graph.NodeCount);
        var level = graph;
        var levelKeys = keys;
        while (true)
        {
            var community = Singletons(level.NodeCount);
            var moved = new LocalMoving(level, lambda).Run(community, NodeOrder.Of(levelKeys, seed), cancellationToken);
            if (!moved)
            {
                return result;
            }

            var count = Aggregation.Renumber(community);
            Map(result, community);
            levelKeys = KeysOf(community, count, levelKeys);
            level = Aggregation.Of(level, community, count);
        }
    }

    private static int[] Leiden(WeightedGraph graph, double lambda, ulong[] keys, ulong seed, int rounds, CancellationToken cancellationToken)
    {
        var result = Singletons(graph.NodeCount);
        for (var round = 0; round < rounds; round++)
        {
            if (!LeidenRound(graph, lambda, keys, SplitMix64.Mix(seed + (ulong)round), result, cancellationToken))
            {
                break;
            }
        }

        return Connectivity.Split(graph, result);
    }

    /// <summary>Runs one round of move, refine, aggregate down to the coarsest graph, from the current partition. Returns whether a node moved.</summary>
    private static bool LeidenRound(WeightedGraph graph, double lambda, ulong[] keys, ulong seed, int[] result, CancellationToken cancellationToken)
    {
        var level = graph;
        var levelKeys = keys;
        var community = result.AsSpan().ToArray();
        var place = Singletons(graph.NodeCount);
        var changed = false;
        while (true)
        {
            var order = NodeOrder.Of(levelKeys, seed);
            changed |= new LocalMoving(level, lambda).Run(community, order, cancellationToken);
            var communityCount = Aggregation.Renumber(community);
            var refined = communityCount == level.NodeCount ? community : new Refinement(level, lambda).Run(community, order);
            var count = Aggregation.Renumber(refined);
            if (count == level.NodeCount)
            {
                for (var node = 0; node < result.Length; node++)
                {
                    result[node] = community[place[node]];
                }

                return changed;
            }

            var next = new int[count];
            for (var node = 0; node < refined.Length; node++)
            {
                next[refined[node]] = community[node];
            }

            Map(place, refined);
            levelKeys = KeysOf(refined, count, levelKeys);
            level = Aggregation.Of(level, refined, count);
            community = next;
        }
    }

    private static int[] Singletons(int count)
    {
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = i;
        }

        return labels;
    }

    private static void Map(int[] labels, int[] parts)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = parts[labels[i]];
        }
    }

    /// <summary>Returns the key of every part: the least key of its members.</summary>
    private static ulong[] KeysOf(int[] parts, int count, ulong[] keys)
    {
        var least = new ulong[count];
        Array.Fill(least, ulong.MaxValue);
        for (var i = 0; i < parts.Length; i++)
        {
            least[parts[i]] = Math.Min(least[parts[i]], keys[i]);
        }

        return least;
    }
}
