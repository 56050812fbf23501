using System.Text.Json;
using AgentScaler.Materialization.Tests.Traffic;
using AgentScaler.Materialization.Traffic;
using AgentScaler.Pipeline.Options;
using AgentScaler.Proofs.Fidelity;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.Tests.Fidelity;

/// <summary>Documented and recorded behaviour is replayed against the environment, and the figures say how much of it holds.</summary>
public sealed class FidelityTests
{
    private const string Order = """{"id":"real-77","customer_id":"cus-9","status":"paid","total":12.5,"items":[{"sku":"A","quantity":1}],"currency":"EUR"}""";

    [Fact]
    public void A_recorded_row_that_the_environment_never_held_is_adopted_and_shown_as_it_was()
    {
        var facts = Replay(Exchange("GET", "/orders/real-77", 200, Order))["get_order"]!;
        Assert.Equal((new FactCount(1, 1), new FactCount(1, 1)), (facts.RecordedOutcomes, facts.RecordedResponses));
        Assert.Equal(facts.RecordedValues.Facts, facts.RecordedValues.Held);
        Assert.True(facts.RecordedValues.Facts >= 3);
    }

    [Fact]
    public void An_id_that_the_service_did_not_know_stays_unknown()
    {
        var facts = Replay(Exchange("GET", "/orders/nope", 404))["get_order"]!;
        Assert.Equal(new FactCount(1, 1), facts.RecordedOutcomes);
    }

    [Fact]
    public void A_recording_is_one_history_with_the_keys_that_the_replay_gives()
    {
        var created = """{"id":"real-1234567","customer_id":"cus-9","status":"pending","total":5,"items":[]}""";
        var facts = Replay(
            Exchange("POST", "/orders", 201, created, """{"customer_id":"cus-9","total":5,"items":[]}"""),
            Exchange("GET", "/orders/real-1234567", 200, created),
            Exchange("POST", "/orders/real-1234567/cancel", 200, created.Replace("pending", "cancelled", StringComparison.Ordinal), "{}"),
            Exchange("POST", "/orders/real-1234567/ship", 409, null, "{}"));
        Assert.Equal(new FactCount(1, 1), facts["create_order"]!.RecordedOutcomes);
        Assert.Equal(new FactCount(1, 1), facts["get_order"]!.RecordedOutcomes);
        Assert.Equal(facts["get_order"]!.RecordedValues.Facts, facts["get_order"]!.RecordedValues.Held);
        Assert.Equal(new FactCount(1, 1), facts["cancel_order"]!.RecordedOutcomes);
        Assert.Equal(new FactCount(1, 1), facts["ship_order"]!.RecordedOutcomes);
    }

    [Fact]
    public void Behaviour_that_differs_lowers_the_figure_and_is_named_with_its_place()
    {
        var facts = Replay(
            Exchange("GET", "/orders/real-77", 200, """{"order_number":1,"lines":[],"buyer":{},"shipping":{}}"""),
            Exchange("GET", "/orders/real-78", 409))["get_order"]!;
        Assert.Equal(new FactCount(2, 1), facts.RecordedOutcomes);
        Assert.Equal(new FactCount(1, 0), facts.RecordedResponses);
        Assert.Contains(facts.Misses, m => m.StartsWith("a.har, /log/entries/1: recorded 409", StringComparison.Ordinal));
        Assert.Equal(0.333333, facts.Share);
    }

    [Fact]
    public void What_no_environment_has_is_no_fact() =>
        Assert.Null(Replay(Exchange("GET", "/orders/real-77", 401), Exchange("GET", "/orders/real-77", 503))["get_order"]);

    [Fact]
    public void Documented_examples_are_calls_that_are_made_and_declared_errors_are_provoked()
    {
        var tools = ToolFixture.Shop().Select(t => t.Name switch
        {
            "get_order" => t with
            {
                Examples = [new ToolExample(Json("""{"order_id":"ORD-DOC"}"""), Json(Order))],
                Errors = [new DeclaredError("404", null), new DeclaredError("401", null), new DeclaredError("409", null)],
            },
            _ => t,
        }).ToList();
        var checks = ToolFixture.Materialize("shop", tools).Checks.Tools.Single(c => c.Name == "get_order");
        Assert.Equal((new FactCount(1, 1), new FactCount(1, 1)), (checks.FidelityFacts!.Requests, checks.FidelityFacts.Responses));
        Assert.Equal((new FactCount(2, 1), 1), (checks.FidelityFacts.Errors, checks.FidelityFacts.ErrorsOutside));
        Assert.Equal(0.75, checks.Fidelity);
    }

    [Fact]
    public void A_thing_that_its_parent_alone_names_is_not_found_where_the_parent_is_unknown()
    {
        const string ByKey = """{"type":"object","required":["match_key"],"properties":{"match_key":{"type":"string"}}}""";
        ToolSpecification[] tools =
        [
            ToolFixture.Http("getMatch", "GET", "/matches/{match_key}", ByKey,
                """{"type":"object","properties":{"match_key":{"type":"string"},"city":{"type":"string"}}}"""),
            ToolFixture.Http("getMatchStanding", "GET", "/matches/{match_key}/standing", ByKey,
                """{"type":"object","properties":{"match_key":{"type":"string"},"points":{"type":"integer"}}}""")
                with { Errors = [new DeclaredError("404", null)] },
        ];
        var checks = ToolFixture.Materialize("matches", tools).Checks.Tools.Single(c => c.Name == "getMatchStanding");
        Assert.Equal(new FactCount(1, 1), checks.FidelityFacts!.Errors);
    }

    [Fact]
    public void The_figures_of_a_domain_are_sums_of_its_tools()
    {
        var result = Materialize(Exchange("GET", "/orders/real-77", 200, Order), Exchange("GET", "/customers/zz", 404));
        var figures = MaterializationFigures.Of(result, 11).Fidelity;
        Assert.Equal((2, 2, new FactCount(2, 2)), (figures.Tools, figures.ToolsWithRecordings, figures.RecordedOutcomes));
    }

    private static string Exchange(string method, string path, int status, string? response = null, string? body = null) =>
        HarReaderTests.Exchange(method, "https://api.shop.example/v1" + path, status, response, body);

    private static Dictionary<string, ToolFidelity?> Replay(params string[] exchanges) =>
        Materialize(exchanges).Checks.Tools.ToDictionary(c => c.Name, c => c.FidelityFacts, StringComparer.Ordinal);

    private static MaterializedDomain Materialize(params string[] exchanges)
    {
        var matcher = new TrafficMatcher();
        foreach (var tool in ToolFixture.Shop())
        {
            matcher.Add(tool);
        }

        var calls = HarReader.Read(HarReaderTests.Archive(exchanges), "a.har").Select(e => matcher.Match(e)!).ToList();
        return ToolFixture.Materialize("shop", ToolFixture.Shop(), new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0 }, recorded: calls);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
