using AgentScaler.Clustering.Communities;
using AgentScaler.Pipeline.Options;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Communities;

public class CommunityDetectionTests
{
    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden)]
    [InlineData(ClusteringAlgorithm.Louvain)]
    public void Every_community_is_connected(ClusteringAlgorithm algorithm) =>
        Gen.Select(SmallGraphs.Any, Gen.Double[0.2, 5]).Sample((graph, resolution) =>
            Assert.Equal(0, Connectivity.CountDisconnected(graph, Detect(graph, algorithm, resolution))));

    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden)]
    [InlineData(ClusteringAlgorithm.Louvain)]
    public void It_is_never_worse_than_every_node_alone_or_all_together(ClusteringAlgorithm algorithm) =>
        Gen.Select(SmallGraphs.Any, Gen.Double[0.2, 5]).Sample((graph, resolution) =>
        {
            var found = Modularity.Of(graph, Detect(graph, algorithm, resolution), resolution);
            Assert.True(found >= Modularity.Of(graph, [.. Enumerable.Range(0, graph.NodeCount)], resolution) - 1e-9);
            Assert.True(found >= Modularity.Of(graph, new int[graph.NodeCount], resolution) - 1e-9);
        });

    [Fact]
    public void No_single_move_improves_what_Leiden_found_once_nothing_moves_any_more() =>
        Gen.Select(SmallGraphs.Any, Gen.Double[0.2, 5]).Sample((graph, resolution) =>
        {
            var communities = CommunityDetection.DetectAt(
                graph, ClusteringAlgorithm.Leiden, CommunityDetection.LambdaOf(graph, resolution), NodeOrder.Numbered(graph.NodeCount), 1, default,
                    rounds: 100);
            var found = Modularity.Of(graph, communities, resolution);
            for (var node = 0; node < graph.NodeCount; node++)
            {
                var own = communities[node];
                foreach (var neighbour in graph.Neighbours(node))
                {
                    communities[node] = communities[neighbour];
                    Assert.True(Modularity.Of(graph, communities, resolution) <= found + 1e-9);
                    communities[node] = own;
                }
            }
        });

    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden)]
    [InlineData(ClusteringAlgorithm.Louvain)]
    public void The_same_seed_gives_the_same_communities(ClusteringAlgorithm algorithm)
    {
        var (graph, _) = SmallGraphs.Planted(20, 20, 0.3, 300, 1);
        Assert.Equal(Detect(graph, algorithm, 1), Detect(graph, algorithm, 1));
    }

    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden)]
    [InlineData(ClusteringAlgorithm.Louvain)]
    public void Planted_communities_are_found(ClusteringAlgorithm algorithm)
    {
        var (graph, labels) = SmallGraphs.Planted(40, 25, 0.4, 400, 2);
        Assert.True(PartitionComparison.NormalizedMutualInformation(labels, Detect(graph, algorithm, 5)) > 0.99);
    }

    [Fact]
    public void Two_triangles_joined_by_an_edge_are_two_communities()
    {
        var graph = SmallGraphs.Of(6, (0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3));
        Assert.Equal([0, 0, 0, 1, 1, 1], Detect(graph, ClusteringAlgorithm.Leiden, 1));
    }

    [Fact]
    public void A_higher_resolution_gives_no_fewer_communities()
    {
        var (graph, _) = SmallGraphs.Planted(20, 20, 0.3, 300, 3);
        Assert.True(Detect(graph, ClusteringAlgorithm.Leiden, 0.1).Max() < Detect(graph, ClusteringAlgorithm.Leiden, 20).Max());
    }

    [Fact]
    public void A_graph_without_edges_is_left_in_single_nodes() =>
        Assert.Equal([0, 1, 2], Detect(SmallGraphs.Of(3), ClusteringAlgorithm.Leiden, 1));

    [Fact]
    public void A_graph_without_nodes_has_no_community() =>
        Assert.Empty(Detect(SmallGraphs.Of(0), ClusteringAlgorithm.Louvain, 1));

    private static int[] Detect(WeightedGraph graph, ClusteringAlgorithm algorithm, double resolution) =>
        CommunityDetection.Detect(graph, algorithm, resolution, 0, CancellationToken.None);
}
