using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Domains;
using AgentScaler.Clustering.Similarity;
using AgentScaler.Clustering.Tests.Communities;
using AgentScaler.Pipeline.Options;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Domains;

public class DomainShaperTests
{
    [Fact]
    public void No_domain_is_larger_than_allowed_or_disconnected() =>
        Gen.Select(Gen.Int[1, 150], Gen.Int[0, 1_000_000], Gen.Double[0, 0.3], Gen.Int[1, 5]).Sample((nodes, seed, density, documents) =>
        {
            var graph = SmallGraphs.Random(nodes, seed, density);
            var options = new ClusteringOptions { MinimumDomainSize = 3, MaximumDomainSize = 12 };
            var (domains, attachments) = Shape(graph, options, [.. Enumerable.Range(0, nodes).Select(i => $"document {i % documents}")], _ => 0.1f);
            Assert.All(domains.CountBy(domain => domain), domain => Assert.InRange(domain.Value, 1, 12));
            Assert.Equal(0, Connectivity.CountDisconnected(With(graph, attachments), domains));
            Assert.All(attachments, edge => Assert.False(graph.HasEdge(edge.First, edge.Second)));
        });

    [Fact]
    public void Many_copies_of_one_tool_are_cut_into_parts_of_equal_size()
    {
        var graph = SmallGraphs.Random(100, 1, density: 1.1);
        var (domains, _) = Shape(graph, new ClusteringOptions { MaximumDomainSize = 30 }, Alone(100), _ => 0);
        Assert.All(domains.CountBy(domain => domain), domain => Assert.InRange(domain.Value, 4, 30));
    }

    [Fact]
    public void An_orphan_joins_its_most_similar_neighbour_that_has_room()
    {
        // Two cliques of four and a node that is a little like one of each.
        var graph = SmallGraphs.Of(9, (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (4, 5), (4, 6), (4, 7), (5, 6), (5, 7), (6, 7));
        var (domains, attachments) = Shape(graph, new ClusteringOptions(), Alone(9), pair => pair is (3, 8) ? 0.4f : pair is (4, 8) ? 0.35f : 0);
        Assert.Equal(domains[3], domains[8]);
        Assert.NotEqual(domains[4], domains[8]);
        Assert.Equal([(3, 8)], attachments.Select(edge => (edge.First, edge.Second)));
    }

    [Fact]
    public void What_is_similar_to_nothing_stays_alone()
    {
        var (domains, attachments) = Shape(SmallGraphs.Of(3, (0, 1)), new ClusteringOptions(), Alone(3), _ => 0.1f);
        Assert.NotEqual(domains[0], domains[2]);
        Assert.Empty(attachments);
    }

    [Fact]
    public void Parts_of_one_document_that_fit_a_domain_are_joined()
    {
        var graph = SmallGraphs.Of(8, (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (4, 5), (4, 6), (4, 7), (5, 6), (5, 7), (6, 7));
        var (domains, attachments) = Shape(graph, new ClusteringOptions(), [.. Enumerable.Repeat("one", 8)], _ => 0.1f);
        Assert.Single(domains.Distinct());
        Assert.Single(attachments);
    }

    private static string[] Alone(int count) => [.. Enumerable.Range(0, count).Select(i => $"document {i}")];

    private static (int[] Domains, List<SimilarityPair> Attachments) Shape(
        WeightedGraph graph, ClusteringOptions options, string[] documents, Func<(int, int), float> similarity)
    {
        var communities = CommunityDetection.Detect(graph, ClusteringAlgorithm.Leiden, 1, 0, CancellationToken.None);
        return new DomainShaper(graph, NodeOrder.Numbered(graph.NodeCount), documents, new Space(graph, options, similarity), options,
            CommunityDetection.LambdaOf(graph, 1), 0)
            .Shape(communities, CancellationToken.None);
    }

    private static WeightedGraph With(WeightedGraph graph, List<SimilarityPair> more)
    {
        var pairs = new List<SimilarityPair>(more);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            foreach (var neighbour in graph.Neighbours(node))
            {
                if (neighbour > node)
                {
                    pairs.Add(new SimilarityPair(node, neighbour, 1));
                }
            }
        }

        return WeightedGraph.Of(graph.NodeCount, pairs);
    }

    /// <summary>Similarities below the threshold given by a function.</summary>
    private sealed class Space(WeightedGraph graph, ClusteringOptions options, Func<(int, int), float> similarity) : ISimilaritySpace
    {
        public List<SimilarityPair> Join(Action<int>? rowsDone, CancellationToken cancellationToken) => [];

        public List<SimilarityPair> Nearest(IReadOnlyList<int> rows, int limit, CancellationToken cancellationToken) =>
            [.. from row in rows
                from other in Enumerable.Range(0, graph.NodeCount)
                where other != row && Similarity(row, other) > options.AttachmentThreshold
                select new SimilarityPair(Math.Min(row, other), Math.Max(row, other), Similarity(row, other))];

        public float Similarity(int first, int second) => similarity((Math.Min(first, second), Math.Max(first, second)));
    }
}
