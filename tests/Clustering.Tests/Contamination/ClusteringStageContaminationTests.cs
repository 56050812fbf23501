using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Fixtures;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Options;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentScaler.Clustering.Tests.Contamination;

public sealed class ClusteringStageContaminationTests : IAsyncDisposable
{
    private const string Run = "run_1";

    private readonly TemporaryStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Where_no_benchmark_was_given_nothing_speaks_of_one()
    {
        var figures = await ClusterAsync(SyntheticTools.SmallCorpus(), [], "{}");

        Assert.DoesNotContain(figures, member => member.Key.StartsWith("domains_", StringComparison.Ordinal));
        await foreach (var document in _store.Documents.StreamAsync(Collections.Domains, Run, null, Stop))
        {
            Assert.DoesNotContain("benchmark", document.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Domains_that_hold_tools_of_a_benchmark_are_reported_and_stay()
    {
        var tools = SyntheticTools.SmallCorpus().Select(tool => tool.Provider == "bookshop" || tool.Name == "get_patient" ? Matching(tool) : tool);
        var figures = await ClusterAsync(tools, [], """{"benchmarks":["b.json"]}""");
        var domains = await DomainsAsync();

        Assert.Equal(12, domains.Count);
        Assert.Equal(2, figures["domains_matching_benchmarks"]!.GetValue<int>());
        Assert.False(figures.ContainsKey("domains_left_out"));
        Assert.Equal([(1, 0.1), (10, 1.0)], domains.Where(domain => domain.BenchmarkMatches is not null)
            .Select(domain => (domain.BenchmarkMatches!.Tools, domain.BenchmarkMatches.Share)).Order());
    }

    [Fact]
    public async Task A_benchmark_that_nothing_matches_is_reported_as_none() =>
        Assert.Equal(0,
            (await ClusterAsync(SyntheticTools.SmallCorpus(), [], """{"benchmarks":["b.json"]}"""))["domains_matching_benchmarks"]!.GetValue<int>());

    [Fact]
    public async Task With_exclude_a_domain_of_which_half_matched_goes_whole_and_others_go_on_without_what_matched()
    {
        var corpus = SyntheticTools.SmallCorpus();
        // All that is done with orders is half of the bookshop; one tool of ten is little of the clinic.
        var excluded = corpus.Where(tool => tool.Provider == "bookshop" && tool.Name.Contains("order", StringComparison.Ordinal) || tool.Name == "get_patient")
            .ToList();
        var kept = corpus.Except(excluded).ToList();
        var books = kept.Where(tool => tool.Provider == "bookshop").Select(tool => tool.Id).Order(StringComparer.Ordinal).ToList();
        var figures = await ClusterAsync(kept, excluded, """{"benchmarks":["b.json"],"exclude":true}""");
        var domains = await DomainsAsync();

        Assert.Equal(
            kept.Where(tool => tool.Provider != "bookshop").Select(tool => tool.Id).Order(StringComparer.Ordinal),
            domains.SelectMany(domain => domain.Tools).Order(StringComparer.Ordinal));
        Assert.All(domains, domain => Assert.Null(domain.BenchmarkMatches));
        Assert.Equal(2, figures["domains_matching_benchmarks"]!.GetValue<int>());
        var gone = Assert.Single(figures["domains_left_out"]!.AsArray())!;
        Assert.Equal(10, gone["tools"]!.GetValue<int>());
        Assert.Equal(0.5, gone["benchmark_matches"]!["share"]!.GetValue<double>());
        Assert.Equal(books, gone["tools_left_out"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Fact]
    public async Task What_remains_is_clustered_by_itself()
    {
        var corpus = SyntheticTools.SmallCorpus();
        var excluded = corpus.Where(tool => tool.Provider == "bookshop").ToList();
        await ClusterAsync(corpus.Except(excluded), excluded, """{"benchmarks":["b.json"],"exclude":true}""");
        var expected = DomainClusterer.Cluster([.. corpus.Except(excluded)], new ClusteringOptions(), 0, null, Stop).Domains;

        Assert.Equal(expected.Select(domain => JsonSerializer.Serialize(domain, ContractJson.Options)),
            (await DomainsAsync()).Select(domain => JsonSerializer.Serialize(domain, ContractJson.Options)));
    }

    [Fact]
    public async Task Where_every_domain_is_left_out_none_remains()
    {
        var tools = SyntheticTools.Resource("bookshop", "book", "title", "author").ToList();
        var figures = await ClusterAsync(tools.Skip(3), tools.Take(3), """{"benchmarks":["b.json"],"exclude":true}""");

        Assert.Empty(await DomainsAsync());
        Assert.Equal(0, figures["domains"]!.GetValue<int>());
        Assert.Single(figures["domains_left_out"]!.AsArray());
    }

    private static ToolSpecification Matching(ToolSpecification tool) =>
        tool with { BenchmarkMatches = [new BenchmarkMatch("b.json", "name", 1, "the same") { Entry = tool.Name }] };

    private async Task<List<ToolDomain>> DomainsAsync() => await _store.Documents.AllAsync<ToolDomain>(Collections.Domains, Run, Stop).ToListAsync(Stop);

    private async Task<JsonObject> ClusterAsync(IEnumerable<ToolSpecification> tools, IEnumerable<ToolSpecification> excluded, string collect)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IDocumentStore>(_store.Documents)
            .AddSingleton<IArtifactStore>(_store.Artifacts)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<RunRepository>()
            .AddClustering(new ConfigurationBuilder().Build())
            .BuildServiceProvider(validateScopes: true);
        var runs = services.GetRequiredService<RunRepository>();
        var run = new RunDocument(
            Run, [], new Dictionary<string, JsonElement> { ["collect"] = JsonDocument.Parse(collect).RootElement }, 0, PipelineStage.Evaluate,
                RunStatus.Running);
        await runs.SaveAsync(run, Stop);
        await _store.Documents.PutManyIfAbsentAsync(Collections.Tools, [.. tools.Select(tool => TypedDocuments.Of(Run, tool.Id, tool))], Stop);
        await _store.Documents.PutManyIfAbsentAsync(
            Collections.RejectedTools,
            [
                TypedDocuments.Of(Run, "rejected_1", new RejectedTool("a.json", "#/x", "x", "no_name", "nothing"), ("reason", "no_name")),
                .. excluded.Select(tool => TypedDocuments.Of(
                    Run, $"rejected_{tool.Id}",
                    new RejectedTool("a.json", "#/x", tool.Name, RejectedTool.InBenchmark, "the same") { Tool = Matching(tool) },
                    ("reason", RejectedTool.InBenchmark))),
            ],
            Stop);
        await services.GetRequiredService<ClusteringStage>().RunAsync(run, Stop);
        return JsonNode.Parse((await runs.StageAsync(Run, PipelineStage.Cluster, Stop))!.Figures!.Value.GetRawText())!.AsObject();
    }
}
