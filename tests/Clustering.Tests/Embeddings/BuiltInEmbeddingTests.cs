using AgentScaler.Clustering.Embeddings;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests.Embeddings;

public class BuiltInEmbeddingTests
{
    private const string Boilerplate =
        "\"fields\":{\"type\":\"string\"},\"key\":{\"type\":\"string\"},\"alt\":{\"type\":\"string\"},\"oauth_token\":{\"type\":\"string\"},\"prettyPrint\":{\"type\":\"boolean\"},\"quotaUser\":{\"type\":\"string\"}";

    [Fact]
    public void A_tool_is_wholly_similar_to_itself_and_norms_are_at_most_one()
    {
        var (tools, vectors) = Embed(SyntheticTools.SmallCorpus());
        for (var i = 0; i < tools.Count; i++)
        {
            Assert.InRange(vectors.Dot(i, i), 0.5, 1.000001);
        }
    }

    [Fact]
    public void Tools_of_one_resource_are_more_alike_than_tools_of_one_service_and_those_more_than_others()
    {
        var (tools, vectors) = Embed(SyntheticTools.SmallCorpus());
        double Similarity(string a, string b) => vectors.Dot(tools.FindIndex(tool => tool.Name == a), tools.FindIndex(tool => tool.Name == b));
        Assert.True(Similarity("get_order", "delete_order") > Similarity("get_order", "get_book"));
        Assert.True(Similarity("get_order", "get_book") > Similarity("get_order", "get_patient"));
    }

    [Fact]
    public void Parameters_that_every_tool_has_do_not_link_tools()
    {
        var tools = Enumerable.Range(0, 200).Select(i => SyntheticTools.Tool(
            $"service{i / 2}", $"show_{(char)('a' + i % 26)}{(char)('a' + i / 26)}thing",
            $"{{\"type\":\"object\",\"properties\":{{{Boilerplate}}}}}", "{}", "GET", $"/{(char)('a' + i % 26)}{(char)('a' + i / 26)}things"));
        var (list, vectors) = Embed([.. tools]);
        var threshold = new ClusteringOptions().Threshold;
        Assert.All(
            SparseSimilarityJoin.Join(vectors, threshold, 1, null, TestContext.Current.CancellationToken),
            pair => Assert.Equal(list[pair.First].Provider, list[pair.Second].Provider));
    }

    [Fact]
    public void A_new_service_leaves_the_similarities_of_the_others_as_they_were()
    {
        var before = SyntheticTools.SmallCorpus();
        var (first, old) = Embed(before);
        var (second, now) =
            Embed([.. before, SyntheticTools.Tool("brewery", "brew_ale", """{"type":"object","properties":{"hops":{"type":"string"}}}""", "{}")]);
        for (var i = 0; i < first.Count; i++)
        {
            var (a, b) = (second.FindIndex(tool => tool.Id == first[i].Id), second.FindIndex(tool => tool.Id == first[(i * 7 + 1) % first.Count].Id));
            Assert.Equal(old.Dot(i, (i * 7 + 1) % first.Count), now.Dot(a, b), 9);
        }
    }

    [Fact]
    public void The_evidence_of_a_document_falls_with_its_size()
    {
        Assert.Equal(DocumentEvidence.FullShare, DocumentEvidence.Share(2));
        Assert.Equal(DocumentEvidence.FullShare, DocumentEvidence.Share(60));
        Assert.Equal(DocumentEvidence.FullShare / 2, DocumentEvidence.Share(240), 9);
    }

    private static (List<ToolProfile> Tools, SparseVectors Vectors) Embed(IReadOnlyList<ToolSpecification> tools)
    {
        var profiles = tools.Select(ToolProfiler.Profile).OrderBy(tool => tool.Id, StringComparer.Ordinal).ToList();
        return (profiles, BuiltInEmbedding.Embed(profiles, 2, TestContext.Current.CancellationToken));
    }
}
