using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Domains;

/// <summary>
/// Gives communities a useful size. Communities that are too large are cut by the same algorithm at doubled resolution until every part is small
/// enough; if no resolution cuts one, pieces are grown along its strongest edges. Parts of one document that together fit a domain are joined, because
/// one document describes one service. Orphans, communities below the least size, then join the neighbour with room, strongest edge first: along the
/// graph's edges, then along attachment edges found below the threshold. A tool that is similar to nothing stays alone.
/// </summary>
internal sealed class DomainShaper(
    WeightedGraph graph, ulong[] keys, IReadOnlyList<string> documents, ISimilaritySpace space, ClusteringOptions options, double lambda, ulong seed)
{
    private const int MaximumDoublings = 10;
    private const int NearestLimit = 12;

    /// <param name="communities">Connected communities, numbered without a gap.</param>
    /// <returns>The domain of every node, and the attachment edges used.</returns>
    public (int[] Domains, List<SimilarityPair> Attachments) Shape(int[] communities, CancellationToken cancellationToken)
    {
        var parts = SplitGiants(communities, cancellationToken);
        var merger = new PartMerger(parts, options.MinimumDomainSize, options.MaximumDomainSize);
        var attachments = merger.MergeAlong(new DocumentEdges(documents, space, options).Between(parts, cancellationToken));
        merger.MergeOrphansAlong(EdgesOfOrphans(merger));
        attachments.AddRange(merger.MergeOrphansAlong(space.Nearest(merger.Orphans(), NearestLimit, cancellationToken)));
        attachments.RemoveAll(edge => graph.HasEdge(edge.First, edge.Second));
        return (merger.Parts(), attachments);
    }

    private int[] SplitGiants(int[] communities, CancellationToken cancellationToken)
    {
        var count = communities.Length == 0 ? 0 : communities.Max() + 1;
        var (starts, members) = Aggregation.Members(communities, count);
        var giants = Enumerable.Range(0, count).Where(c => starts[c + 1] - starts[c] > options.MaximumDomainSize).ToArray();
        var pieces = new List<List<int>>[giants.Length];
        Parallel.For(0, giants.Length, new ParallelOptions { MaxDegreeOfParallelism = options.EffectiveThreads, CancellationToken = cancellationToken }, i =>
        {
            var nodes = members.AsSpan(starts[giants[i]], starts[giants[i] + 1] - starts[giants[i]]).ToArray();
            pieces[i] = [];
            Split(nodes, 2 * lambda, MaximumDoublings, pieces[i], cancellationToken);
        });
        var result = communities.AsSpan().ToArray();
        foreach (var piece in pieces.SelectMany(one => one))
        {
            foreach (var node in piece)
            {
                result[node] = count;
            }

            count++;
        }

        Aggregation.Renumber(result);
        return result;
    }

    private void Split(int[] nodes, double price, int doublings, List<List<int>> pieces, CancellationToken cancellationToken)
    {
        if (nodes.Length <= options.MaximumDomainSize)
        {
            pieces.Add([.. nodes]);
            return;
        }

        var part = graph.Among(nodes);
        if (doublings == 0)
        {
            pieces.AddRange(GreedyCut.Cut(part, options.MaximumDomainSize).Select(piece => piece.ConvertAll(i => nodes[i])));
            return;
        }

        var partKeys = Array.ConvertAll(nodes, node => keys[node]);
        // Strengths are those of the part. The price of the whole graph, doubled each time, makes it split.
        var communities = CommunityDetection.DetectAt(part, options.Algorithm, price, partKeys, seed, cancellationToken);
        foreach (var group in Enumerable.Range(0, nodes.Length).GroupBy(i => communities[i]).OrderBy(group => group.Key))
        {
            Split([.. group.Select(i => nodes[i])], 2 * price, doublings - 1, pieces, cancellationToken);
        }
    }

    private List<SimilarityPair> EdgesOfOrphans(PartMerger merger)
    {
        var edges = new List<SimilarityPair>();
        foreach (var node in merger.Orphans())
        {
            var neighbours = graph.Neighbours(node);
            var weights = graph.NeighbourWeights(node);
            for (var i = 0; i < neighbours.Length; i++)
            {
                edges.Add(new SimilarityPair(Math.Min(node, neighbours[i]), Math.Max(node, neighbours[i]), (float)weights[i]));
            }
        }

        return edges;
    }
}
