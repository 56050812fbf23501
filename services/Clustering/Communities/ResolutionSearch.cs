using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Communities;

/// <summary>
/// Chooses the resolution from a ladder of octaves. It takes the rung with the most nodes in communities of useful size. Among rungs within a
/// hundredth of it, it takes the one whose partition agrees most with its neighbours on the ladder, then the lower one. The ladder is fixed in lambda
/// = resolution / 2m and not in the resolution: a source that adds edges elsewhere changes m, but neither the rungs nor the best partition, at a rung,
/// of a part of the graph that it does not touch.
/// </summary>
internal sealed class ResolutionSearch(WeightedGraph graph, ulong[] keys, ClusteringOptions options, ulong seed)
{
    private const double Tolerance = 0.01;

    /// <summary>Share of the best useful share below which the search stops, because communities only grow on lower rungs.</summary>
    private const double GivenUp = 0.5;

    private const int RungsAtOnce = 4;

    /// <param name="rungDone">Called with the number of rungs done and the number of all rungs.</param>
    public ResolutionChoice Choose(Action<int, int>? rungDone, CancellationToken cancellationToken)
    {
        if (graph.TotalWeight == 0)
        {
            return new ResolutionChoice(1, 0, CommunityDetection.DetectAt(graph, options.Algorithm, 0, keys, seed, cancellationToken));
        }

        var twice = 2 * graph.TotalWeight;
        var first = (int)Math.Floor(Math.Log2(1 / twice));
        // Beyond the last rung a typical edge no longer pays for joining its two ends.
        var last = Math.Max(first, (int)Math.Ceiling(Math.Log2(graph.NodeCount / twice)));
        var (lowest, rungs) = Descend(first, last, rungDone, cancellationToken);
        var best = Pick(rungs);
        var lambda = Math.ScaleB(1, lowest + best);
        var communities = CommunityDetection.DetectAt(graph, options.Algorithm, lambda, keys, seed, cancellationToken);
        rungDone?.Invoke(rungs.Length, rungs.Length);
        return new ResolutionChoice(lambda * twice, lambda, communities);
    }

    /// <summary>Finds the partitions from the finest rung down. Their exponents start at Lowest.</summary>
    private (int Lowest, int[][] Rungs) Descend(int first, int last, Action<int, int>? rungDone, CancellationToken cancellationToken)
    {
        var rungs = new int[last - first + 1][];
        var best = 0.0;
        for (var high = last; ; high -= RungsAtOnce)
        {
            // The batch has a fixed size, so that what is looked at does not depend on the number of threads.
            var low = Math.Max(first, high - RungsAtOnce + 1);
            Parallel.For(low, high + 1, new ParallelOptions { MaxDegreeOfParallelism = options.EffectiveThreads, CancellationToken = cancellationToken },
                exponent =>
                rungs[exponent - first] =
                    CommunityDetection.DetectAt(graph, options.Algorithm, Math.ScaleB(1, exponent), keys, seed, cancellationToken, rounds: 1));
            rungDone?.Invoke(last - low + 1, rungs.Length);
            best = Math.Max(best, Enumerable.Range(low - first, high - low + 1).Max(i => UsefulShare(rungs[i])));
            if (low == first || UsefulShare(rungs[low - first]) < GivenUp * best)
            {
                return (low, rungs[(low - first)..]);
            }
        }
    }

    private int Pick(int[][] rungs)
    {
        var useful = rungs.Select(UsefulShare).ToArray();
        var most = useful.Max();
        var best = -1;
        var bestAgreement = -1.0;
        for (var i = 0; i < rungs.Length; i++)
        {
            if (useful[i] < most - Tolerance)
            {
                continue;
            }

            var below = i > 0 ? PartitionComparison.NormalizedMutualInformation(rungs[i - 1], rungs[i]) : 0;
            var above = i + 1 < rungs.Length ? PartitionComparison.NormalizedMutualInformation(rungs[i + 1], rungs[i]) : 0;
            var agreement = (below + above) / 2;
            if (agreement > bestAgreement + 1e-9)
            {
                (best, bestAgreement) = (i, agreement);
            }
        }

        return best;
    }

    /// <summary>Share of nodes in communities of useful size, among the nodes that have a neighbour.</summary>
    private double UsefulShare(int[] communities)
    {
        var sizes = new int[communities.Length];
        foreach (var community in communities)
        {
            sizes[community]++;
        }

        var connected = 0;
        var useful = 0;
        for (var node = 0; node < communities.Length; node++)
        {
            if (graph.Neighbours(node).Length > 0)
            {
                connected++;
                useful += sizes[communities[node]] >= options.MinimumDomainSize && sizes[communities[node]] <= options.MaximumDomainSize ? 1 : 0;
            }
        }

        return connected == 0 ? 0 : (double)useful / connected;
    }
}
