using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Tests;

public class DomainClustererTests
{
    private static readonly ClusteringOptions Defaults = new();

    [Fact]
    public void A_small_corpus_falls_into_its_services()
    {
        var tools = SyntheticTools.SmallCorpus();
        var result = Cluster(tools);
        Assert.Equal(12, result.Domains.Count);
        Assert.All(result.Domains, domain =>
        {
            Assert.Equal(10, domain.Tools.Count);
            Assert.Single(tools.Where(tool => domain.Tools.Contains(tool.Id)).Select(tool => tool.Provider).Distinct());
        });
        Assert.Contains(result.Domains, domain => domain is { Slug: "bookshop", Name: "Bookshop" });
        Assert.Equal(0, result.Graph.Figures.DisconnectedCommunities);
        Assert.Equal(1, result.Graph.Figures.UsefulShare);
    }

    [Fact]
    public void No_tools_give_no_domains()
    {
        var result = Cluster([]);
        Assert.Empty(result.Domains);
        Assert.Empty(result.Graph.Nodes);
        Assert.Equal(0, result.Graph.Figures.Domains);
    }

    [Fact]
    public void One_tool_is_one_domain()
    {
        var result = Cluster([.. SyntheticTools.Resource("bookshop", "book", "title").Take(1)]);
        Assert.Single(Assert.Single(result.Domains).Tools);
        Assert.Equal(1, result.Graph.Figures.Singletons);
    }

    [Fact]
    public void Two_tools_of_one_service_are_one_domain() =>
        Assert.Single(Cluster([.. SyntheticTools.Resource("bookshop", "book", "title").Take(2)]).Domains);

    [Fact]
    public void Two_unlike_tools_of_one_service_are_one_domain() =>
        Assert.Single(Cluster(
        [
            SyntheticTools.Tool("bookshop", "find_author", """{"type":"object","properties":{"name":{"type":"string"}}}""", "{}"),
            SyntheticTools.Tool("bookshop", "ship_parcel", """{"type":"object","properties":{"weight":{"type":"number"}}}""", "{}"),
        ]).Domains);

    [Fact]
    public void Two_tools_without_anything_in_common_stay_apart() =>
        Assert.Equal(2, Cluster(
        [
            SyntheticTools.Tool("bookshop", "find_author", """{"type":"object","properties":{"name":{"type":"string"}}}""", "{}"),
            SyntheticTools.Tool("freight", "weigh_parcel", """{"type":"object","properties":{"weight":{"type":"number"}}}""", "{}"),
        ]).Domains.Count);

    [Fact]
    public void One_service_is_one_domain() =>
        Assert.Single(Cluster([.. SyntheticTools.SmallCorpus().Where(tool => tool.Provider == "hotel")]).Domains);

    [Fact]
    public void One_domain_takes_all_tools_under_the_name_given()
    {
        var domain = Assert.Single(Cluster(SyntheticTools.SmallCorpus(), Defaults with { OneDomain = "My Company" }).Domains);
        Assert.Equal(("My Company", "my-company", 120), (domain.Name, domain.Slug, domain.Tools.Count));
    }

    [Theory]
    [InlineData(ClusteringAlgorithm.Leiden)]
    [InlineData(ClusteringAlgorithm.Louvain)]
    public void The_order_of_the_input_and_the_number_of_threads_change_nothing(ClusteringAlgorithm algorithm)
    {
        var tools = SyntheticTools.SmallCorpus();
        var expected = Text(Cluster(tools, Defaults with { Threads = 1, Algorithm = algorithm }));
        tools.Reverse();
        Assert.Equal(expected, Text(Cluster(tools, Defaults with { Threads = 3, Algorithm = algorithm })));
    }

    [Fact]
    public void Adding_a_service_leaves_the_other_domains_alone()
    {
        var tools = SyntheticTools.SmallCorpus();
        var before = Cluster(tools).Domains.Select(domain => domain.Id).ToHashSet();
        tools.AddRange(SyntheticTools.Resource("brewery", "beer", "hops", "malt"));
        var after = Cluster(tools).Domains.Select(domain => domain.Id).ToHashSet();
        Assert.Subset(after, before);
        Assert.Equal(before.Count + 1, after.Count);
    }

    [Fact]
    public void A_slug_stands_once_even_where_names_are_equal()
    {
        ToolSpecification[] tools =
        [
            .. SyntheticTools.Resource("shop.example", "book", "title", "isbn"),
            .. SyntheticTools.Resource("shop.test", "parcel", "weight", "consignee"),
        ];
        var domains = Cluster(tools).Domains;
        Assert.Equal(["Shop", "Shop"], domains.Select(domain => domain.Name));
        Assert.Equal(2, domains.Select(domain => domain.Slug).Distinct().Count());
        Assert.Contains("shop", domains.Select(domain => domain.Slug));
    }

    [Fact]
    public void Two_tools_of_one_id_are_refused()
    {
        var tool = SyntheticTools.Resource("bookshop", "book", "title").First();
        Assert.Contains(tool.Id, Assert.Throws<ArgumentException>(() => Cluster([tool, tool])).Message);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_threshold_outside_its_range_is_named(double threshold) =>
        Assert.Contains("cluster.threshold", Assert.Throws<ArgumentException>(() => Cluster([], Defaults with { Threshold = threshold })).Message);

    [Fact]
    public void Clustering_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            DomainClusterer.Cluster(SyntheticTools.SmallCorpus(), Defaults, 0, null, new CancellationToken(canceled: true)));

    private static ClusteringResult Cluster(IReadOnlyList<ToolSpecification> tools) => Cluster(tools, Defaults);

    private static ClusteringResult Cluster(IReadOnlyList<ToolSpecification> tools, ClusteringOptions options) =>
        DomainClusterer.Cluster(tools, options, 0, null, TestContext.Current.CancellationToken);

    private static string Text(ClusteringResult result)
    {
        using var stream = new MemoryStream();
        result.Graph.Write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + System.Text.Json.JsonSerializer.Serialize(result.Domains, ContractJson.Options);
    }
}
