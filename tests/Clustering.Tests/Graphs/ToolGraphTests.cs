using System.Text.Json;
using AgentScaler.Clustering.Graphs;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Tests.Graphs;

public class ToolGraphTests
{
    [Fact]
    public void The_document_has_the_fields_of_the_contract_and_flags_attachments()
    {
        var graph = new ToolGraph(
            ["tool_a", "tool_b", "tool_c"], [new GraphEdge(0, 1, 0.75f, false), new GraphEdge(1, 2, 0.3f, true)],
            new GraphFigures(3, 2, 0.5, 30, "leiden", 1, 0.25, 0, 3, 0) { ModularityAtResolution = -0.5 });
        using var stream = new MemoryStream();
        graph.Write(stream);
        Assert.Equal(
            """{"nodes":["tool_a","tool_b","tool_c"],"edges":[{"from":"tool_a","to":"tool_b","similarity":0.75},{"from":"tool_b","to":"tool_c","similarity":0.3,"attached":true}],"threshold":0.5,"resolution":30,"algorithm":"leiden","modularity":0.25,"modularity_at_resolution":-0.5}""",
            System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Figures_and_domains_agree_with_the_edges_of_the_document()
    {
        var tools = SyntheticTools.SmallCorpus();
        var result = DomainClusterer.Cluster(tools, new ClusteringOptions(), 0, null, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream();
        result.Graph.Write(stream);
        using var document = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(result.Graph.Figures.Edges, document.RootElement.GetProperty("edges").GetArrayLength());
        Assert.Equal(tools.Select(tool => tool.Id).Order(StringComparer.Ordinal),
            document.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetString()));
        Assert.All(document.RootElement.GetProperty("edges").EnumerateArray(), edge =>
            Assert.Equal(edge.TryGetProperty("attached", out _), edge.GetProperty("similarity").GetDouble() <= 0.5));
    }
}
