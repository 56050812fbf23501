using System.Text.Json.Nodes;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Journeys.Tests;

/// <summary>What a user gives to the stage materialize: corrections, recorded traffic, a model that authors programs. It holds for later runs.</summary>
public sealed class GivenFilesTests(GivenFilesTests.Clustered clustered) : IClassFixture<GivenFilesTests.Clustered>
{
    private const string Overrides =
        """{"tools":{"getBook":{"guards":[{"guard":["ne",["arg","book_id"],"BANNED"],"code":"precondition_failed","message":"Not for sale."}]}},"policy":["Banned books are not for sale."]}""";

    private const string Traffic = """
        {"log":{"version":"1.2","entries":[
          {"request":{"method":"GET","url":"https://api.inkwell.example/v2/books/BK-RECORDED?token=S3CRET","headers":[{"name":"Authorization","value":"Bearer S3CRET"}]},
           "response":{"status":200,"content":{"mimeType":"application/json","text":"{\"book_id\":\"BK-RECORDED\",\"title\":\"A recorded title\",\"price\":12.5,\"access_token\":\"S3CRET\"}"}}},
          {"request":{"method":"GET","url":"https://api.inkwell.example/v2/books/none"},"response":{"status":404}}]}}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Journey Journey => clustered.Journey;

    [Fact]
    public async Task Corrections_and_recordings_survive_later_runs_until_they_are_taken_back()
    {
        var (overrides, traffic) = (await FileAsync("overrides.json", Overrides), await FileAsync("traffic.har", Traffic));
        await RunAsync("materialize", "--config", Journey.Configuration, "--overrides", overrides, "--traffic", traffic);
        Assert.Contains("Banned books", Policy(), StringComparison.Ordinal);
        Assert.Equal(2, (int)Journey.Report["materialization"]!["fidelity"]!["recorded_outcomes"]!["facts"]!);
        var first = Journey.Bytes();

        // The files themselves may go: what they held is kept, without anything secret.
        File.Delete(overrides);
        File.Delete(traffic);
        Assert.DoesNotContain(Directory.EnumerateFiles(Journey.Workspace, "*", SearchOption.AllDirectories),
            f => File.ReadAllText(f).Contains("S3CRET", StringComparison.Ordinal));
        await RunAsync("materialize", "--config", Journey.Configuration);
        Assert.Equal(first, Journey.Bytes());
        await RunAsync(["run", .. Clustered.Sources, "--config", Journey.Configuration, "--until", "materialize"]);
        Assert.Equal(first, Journey.Bytes());

        var described = await RunAsync("environment", "describe", "--domain", clustered.Slug);
        Assert.Contains("recorded outcomes 2 of 2", described, StringComparison.Ordinal);
        Assert.Contains("guards", described, StringComparison.Ordinal);

        await RunAsync("materialize", "--config", Journey.Configuration, "--overrides", "none", "--traffic", "none");
        Assert.DoesNotContain("Banned books", Policy(), StringComparison.Ordinal);
        Assert.Equal(0, (int)Journey.Report["materialization"]!["fidelity"]!["recorded_outcomes"]!["facts"]!);
    }

    [Theory]
    [InlineData("""{"tools":{"getBook":{"returns":{"type":"object"}}}}""", 0, "fine")]
    [InlineData("""{"tools":{"addReview":{"preconditions":[{"column":"stars","in":[1]}]}}}""", 2, "/tools/addReview/preconditions/0/column")]
    [InlineData("""{"tools":{"getBok":{}}}""", 2, "/tools/getBok")]
    public async Task Corrections_are_checked_without_building(string overrides, int exit, string told)
    {
        var before = Journey.Bytes();
        var outcome = await Journey.CommandAsync(["materialize", "--check", "--overrides", await FileAsync("checked.json", overrides)], Stop);
        Assert.Equal(exit, outcome.Exit);
        Assert.Contains(told, exit == 0 ? outcome.Output : outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Journey.Bytes());
    }

    [Theory]
    [InlineData("--overrides", """{"tools":{"getBok":{"effect":"get"}}}""", "/tools/getBok")]
    [InlineData("--overrides", """{"tools":{"getBook":{"effect":"fetch"}}}""", "/tools/getBook/effect")]
    [InlineData("--traffic", """{"log":{"entries":[{"request":{}}]}}""", "/log/entries/0/response")]
    [InlineData("--traffic", """{"log":{"entries":[{"request":{"method":"GET","url":"http://h/nothing"},"response":{"status":200}}]}}""",
        "none of its 1 exchanges")]
    [InlineData("--state", "[", "--state")]
    [InlineData("--state", """{"users":{"u1":{"name":"Ann"},"u1":{"name":"Bea"}}}""", "\"u1\" stands twice")]
    public async Task A_file_that_cannot_be_used_is_refused_with_its_place(string option, string content, string place)
    {
        var file = await FileAsync("bad.json", content);
        var outcome = await Journey.CommandAsync(["materialize", option, file], Stop);
        Assert.Equal(2, outcome.Exit);
        Assert.Contains(place, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("bad.json", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_is_not_there_is_refused_and_nothing_is_deleted()
    {
        using var journey = await TwoDomainsAsync();
        var before = journey.Bytes();
        var outcome = await journey.CommandAsync(["materialize", "--config", journey.Configuration, "--domain", "loens"], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("--domain loens: workspace", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(string.Join(", ", Slugs(journey)), outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, journey.Bytes());
    }

    [Fact]
    public async Task A_dump_is_the_state_of_the_domain_that_is_named_and_the_others_keep_theirs()
    {
        using var journey = await TwoDomainsAsync();
        var (dump, slugs, before) = (await FileAsync("loans.json", """{"loans":[{"loan_id":"L7","member":"Ann"}]}"""), Slugs(journey), journey.Bytes());

        var refused = await journey.CommandAsync(["materialize", "--config", journey.Configuration, "--state", dump], Stop);
        Assert.Equal((2, before.Count), (refused.Exit, journey.Bytes().Count));
        Assert.Contains("name one with --domain", refused.Error, StringComparison.Ordinal);

        foreach (var command in new string[][] { ["--state", dump, "--domain", slugs[0]], [] })
        {
            var outcome = await journey.CommandAsync(["materialize", "--config", journey.Configuration, .. command], Stop);
            Assert.True(outcome.Exit == 0, outcome.Error);
            Assert.Equal(slugs, Slugs(journey));
            Assert.Contains("L7", State(journey, slugs[0]), StringComparison.Ordinal);
            Assert.DoesNotContain("L7", State(journey, slugs[1]), StringComparison.Ordinal);
        }
    }

    private static async Task<Journey> TwoDomainsAsync()
    {
        var journey = new Journey();
        string[] sources =
            ["--source", Path.Combine(Journey.Samples, "bookshop.openapi.yaml"), "--source", Path.Combine(Journey.Samples, "bank.functions.json")];
        var outcome = await journey.CommandAsync(["run", .. sources, "--config", journey.Configuration, "--until", "materialize"], Stop);
        Assert.True(outcome.Exit == 0 && Slugs(journey).Count >= 2, outcome.Error);
        return journey;
    }

    private static IReadOnlyList<string> Slugs(Journey journey) =>
        [.. Directory.EnumerateDirectories(Path.Combine(journey.Workspace, "environments")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    private static string State(Journey journey, string slug) => File.ReadAllText(Path.Combine(journey.Workspace, "environments", slug, "state.json"));

    [Fact]
    public async Task A_recording_among_the_sources_is_told_where_it_belongs()
    {
        using var journey = new Journey();
        var outcome = await journey.CommandAsync(["collect", "--source", await FileAsync("source.har", Traffic)], Stop);
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("materialize --traffic", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_behind_an_endpoint_authors_programs_and_is_asked_once()
    {
        await using var endpoint = await StartAsync((_, _) => Says("""{"policy":["Ask before you remove a book."]}"""));
        string[] command = ["materialize", "--config", Journey.Configuration, "--author-endpoint", endpoint.Address, "--author-model", "tiny",
            "--author-key-variable", "AGENTSCALER_NO_SUCH_KEY"];
        await RunAsync(command);
        Assert.Equal(1, (int)Journey.Report["materialization"]!["authoring"]!["accepted"]!);
        Assert.Contains("Ask before you remove a book.", Policy(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Journey.Workspace, "environments", clustered.Slug, "authored.json")));
        var first = Journey.Bytes();
        await RunAsync("materialize", "--config", Journey.Configuration);
        await RunAsync(command);
        Assert.Equal(first, Journey.Bytes());
        Assert.Single(endpoint.Requests);
    }

    private string Policy() => File.ReadAllText(Path.Combine(Journey.Workspace, "environments", clustered.Slug, "policy.md"));

    private async Task<string> FileAsync(string name, string content)
    {
        var file = Journey.Place(name);
        await File.WriteAllTextAsync(file, content, Stop);
        return file;
    }

    private async Task<string> RunAsync(params string[] command)
    {
        var outcome = await Journey.CommandAsync(command, Stop);
        Assert.True(outcome.Exit == 0, $"{string.Join(' ', command)}: {outcome.Error}");
        return outcome.Output;
    }

    /// <summary>One service, as far as its domains.</summary>
    public sealed class Clustered : IAsyncLifetime
    {
        public static IReadOnlyList<string> Sources { get; } = ["--source", Path.Combine(Journey.Samples, "bookshop.openapi.yaml")];

        public Journey Journey { get; } = new();

        public string Slug => (string)JsonNode.Parse(Journey.Lines("domains.jsonl").First())!["slug"]!;

        public async ValueTask InitializeAsync()
        {
            File.WriteAllText(Journey.Configuration, """{"cluster":{"one_domain":"Bookshop"},"materialize":{"differential_calls":0,"mutants_per_tool":1}}""");
            var outcome = await Journey.CommandAsync(["run", .. Sources, "--config", Journey.Configuration, "--until", "cluster"], CancellationToken.None);
            Assert.True(outcome.Exit == 0, outcome.Error);
        }

        public ValueTask DisposeAsync()
        {
            Journey.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
