using AgentScaler.Clustering.Communities;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Tests.Communities;

public class ResolutionSearchTests
{
    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden, 100, 20)]
    [InlineData(ClusteringAlgorithm.Leiden, 20, 50)]
    [InlineData(ClusteringAlgorithm.Louvain, 60, 30)]
    public void The_chosen_resolution_finds_planted_communities_of_useful_size(ClusteringAlgorithm algorithm, int communities, int size)
    {
        var (graph, labels) = SmallGraphs.Planted(communities, size, 0.35, communities * size / 2, 4);
        Assert.True(PartitionComparison.NormalizedMutualInformation(labels, Choose(graph, new ClusteringOptions { Algorithm = algorithm }).Communities) > 0.99);
    }

    [Fact]
    public void The_choice_does_not_depend_on_the_number_of_threads()
    {
        var (graph, _) = SmallGraphs.Planted(30, 20, 0.3, 400, 5);
        var one = Choose(graph, new ClusteringOptions { Threads = 1 });
        var four = Choose(graph, new ClusteringOptions { Threads = 4 });
        Assert.Equal((one.Resolution, one.Lambda), (four.Resolution, four.Lambda));
        Assert.Equal(one.Communities, four.Communities);
    }

    [Fact]
    public void A_graph_without_edges_needs_no_choice() =>
        Assert.Equal([0, 1], Choose(SmallGraphs.Of(2), new ClusteringOptions()).Communities);

    private static ResolutionChoice Choose(WeightedGraph graph, ClusteringOptions options) =>
        new ResolutionSearch(graph, NodeOrder.Numbered(graph.NodeCount), options, 0).Choose(null, CancellationToken.None);
}
