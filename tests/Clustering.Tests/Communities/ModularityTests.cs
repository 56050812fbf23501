using AgentScaler.Clustering.Communities;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Communities;

public class ModularityTests
{
    [Fact]
    public void It_is_what_the_definition_over_all_pairs_of_nodes_gives() =>
        Gen.Select(SmallGraphs.Any, Gen.Int[1, 6], Gen.Double[0.2, 5], Gen.Int[0, 1_000_000]).Sample((graph, count, resolution, seed) =>
        {
            var random = new Random(seed);
            var communities = Enumerable.Range(0, graph.NodeCount).Select(_ => random.Next(count)).ToArray();
            Assert.Equal(ByDefinition(graph, communities, resolution), Modularity.Of(graph, communities, resolution), 9);
        });

    [Fact]
    public void Two_triangles_joined_by_an_edge_have_five_fourteenths() =>
        Assert.Equal(5.0 / 14, Modularity.Of(SmallGraphs.Of(6, (0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)), [0, 0, 0, 1, 1, 1]), 12);

    private static double ByDefinition(WeightedGraph graph, int[] communities, double resolution)
    {
        var n = graph.NodeCount;
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < graph.Neighbours(i).Length; k++)
            {
                matrix[i, graph.Neighbours(i)[k]] = graph.NeighbourWeights(i)[k];
            }
        }

        var strengths = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => matrix[i, j])).ToArray();
        var twice = strengths.Sum();
        double sum = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                sum += communities[i] == communities[j] && twice > 0 ? matrix[i, j] - resolution * strengths[i] * strengths[j] / twice : 0;
            }
        }

        return twice > 0 ? sum / twice : 0;
    }
}
