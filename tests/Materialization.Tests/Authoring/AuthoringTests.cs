using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;
using AgentScaler.LanguageModels;
using AgentScaler.Materialization.Authoring;
using AgentScaler.Pipeline.Options;
using AgentScaler.ScriptedModels;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Materialization.Tests.Authoring;

/// <summary>A language model authors programs: what is right is used, what is wrong is given back, and whatever happens the inferred programs remain.</summary>
public sealed class AuthoringTests
{
    /// <summary>Weather that stands in a table of its own, instead of being derived.</summary>
    private const string Better = """
        {"schema":{"tables":[{"name":"forecasts","primary_key":["city"],"columns":[
            {"name":"city","type":"string","semantic":"city"},{"name":"temperature","type":"number","nullable":false},{"name":"condition","type":"string","enum":["sunny","rainy"],"nullable":false}]}]},
         "tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[
            {"let":"row","be":["get","forecasts",["arg","city"]]},
            {"if":["is_null",["var","row"]],"then":[{"return":["object",{"city":["arg","city"],"temperature":["derive",{"type":"number","minimum":-20,"maximum":40},["arg","city"]],"condition":"sunny"}]}],"else":[]},
            {"return":["object",{"city":["field",["var","row"],"city"],"temperature":["field",["var","row"],"temperature"],"condition":["field",["var","row"],"condition"]}]}],"evidence":[]}}},
         "policy":["Say where a forecast comes from."],"name":"Help desk"}
        """;

    /// <summary>A program that the checker refuses: there is no such table.</summary>
    private const string NoTable =
        """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[{"return":["get","nowhere",["arg","city"]]}],"evidence":[]}}}}""";

    /// <summary>A program that is checked and wrong: a ticket that nobody asked for.</summary>
    private const string WrongRow =
        """{"tools":{"get_ticket":{"program":{"tool":"get_ticket","writes":false,"body":[{"let":"rows","be":["select","tickets",{"limit":1}]},{"return":["at",["var","rows"],0]}],"evidence":[]}}}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static MaterializedDomain Inferred { get; } = ToolFixture.Materialize("helpdesk", ToolFixture.Helpdesk());

    [Fact]
    public async Task A_right_proposal_becomes_the_environment_and_says_who_made_it()
    {
        await using var endpoint = await StartAsync((_, _) => Says($"Here it is:\n```json\n{Better}\n```"));
        var result = await ImproveAsync(endpoint);
        Assert.Equal((AuthoringOutcome.Accepted, 1), (result.Description.Authoring!.Status, result.Description.Authoring.Rounds));
        Assert.Equal(["get_weather"], result.Description.Authoring.Tools);
        var session = CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open();
        var known = result.InitialState.Rows("forecasts")[0];
        Assert.Equal(known["temperature"], session.Call("get_weather", Value.Object(("city", known["city"]))).Result["temperature"]);
        Assert.Contains("Proposed by the language model tiny", result.Definition!.Programs.Single(p => p.Tool == "get_weather").Evidence[^1],
            StringComparison.Ordinal);
        Assert.Contains("Say where a forecast comes from.", result.Definition.Policy, StringComparison.Ordinal);
        Assert.Equal("Help desk", result.Definition.Name);
        Assert.Equal("model", result.Description.Tools.Single(t => t.Name == "get_weather").ProgramSource);
    }

    [Fact]
    public async Task An_accepted_proposal_is_an_overrides_document_that_gives_the_same_environment()
    {
        await using var endpoint = await StartAsync((_, _) => Says(Better));
        var result = await ImproveAsync(endpoint);
        var again = ToolFixture.Materialize("helpdesk", ToolFixture.Helpdesk(),
            new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0, Overrides = result.Authored });
        Assert.Equal(result.Definition!.Id, again.Definition!.Id);
    }

    [Fact]
    public async Task What_the_checker_finds_is_given_back_with_its_place_and_the_mended_answer_is_used()
    {
        await using var endpoint = await StartAsync((number, _) => Says(number == 0 ? NoTable : Better));
        var result = await ImproveAsync(endpoint);
        Assert.Equal((AuthoringOutcome.Accepted, 2), (result.Description.Authoring!.Status, result.Description.Authoring.Rounds));
        Assert.Contains("nowhere", Said(endpoint, 1), StringComparison.Ordinal);
        Assert.Contains("/tools/get_weather", Said(endpoint, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_breaks_a_law_is_given_back_with_the_call_that_shows_it_and_never_used()
    {
        await using var endpoint = await StartAsync((_, _) => Says(WrongRow));
        var result = await ImproveAsync(endpoint);
        Assert.Equal((AuthoringOutcome.Rejected, 3), (result.Description.Authoring!.Status, result.Description.Authoring.Rounds));
        Assert.Contains("a law does not hold", Said(endpoint, 1), StringComparison.Ordinal);
        Assert.Equal(Inferred.Definition!.Id, result.Definition!.Id);
        Assert.Contains("get_ticket", result.Description.Authoring.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sound_part_of_a_proposal_is_used_where_the_rest_is_never_mended()
    {
        var both =
            Better.Replace("\"tools\":{", "\"tools\":{\"get_ticket\":" + WrongRow["{\"tools\":{\"get_ticket\":".Length..^2] + ",", StringComparison.Ordinal);
        await using var endpoint = await StartAsync((_, _) => Says(both));
        var result = await ImproveAsync(endpoint);
        Assert.Equal(AuthoringOutcome.AcceptedInPart, result.Description.Authoring!.Status);
        Assert.Equal(["get_weather"], result.Description.Authoring.Tools);
        Assert.Contains("get_ticket", result.Description.Authoring.Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "no JSON", "I would rather talk about something else." },
        { "no JSON", """{"tools":{"get_weather":""" + "}" },
        { "no tool", """{"tools":{"drop_everything":{"effect":"delete"}}}""" },
        { "/tools/get_weather",
            """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[{"while":true,"do":[]}],"evidence":[]}}}}""" },
        { "/tools/get_weather",
            """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[{"return":["import","os"]}],"evidence":[]}}}}""" },
        { "steps; at most", Greedy },
        { "no call with valid arguments succeeds", Growing },
        { "5000", """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":["""
            + string.Join(',', Enumerable.Repeat("""{"let":"x","be":1}""", 6000)) + """,{"return":null}],"evidence":[]}}}}""" },
        { "characters", "{\"policy\":[\"" + new string('x', 1_100_000) + "\"]}" },
        { "cannot become a lookup", """{"tools":{"get_ticket":{"effect":"lookup"}}}""" },
        { "/schema/tables/0", """{"schema":{"tables":[{"name":"notes","primary_key":[],"columns":[]}]}}""" },
        { "it cannot become", """{"schema":{"tables":[{"name":"tickets","columns":[{"name":"title","type":"integer"}]}]}}""" },
        { "no column of this database",
            """{"schema":{"tables":[{"name":"tickets","columns":[{"name":"title","type":"string","references":{"table":"nowhere","column":"id"}}]}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Broken_and_hostile_answers_leave_what_was_inferred(string reason, string answer)
    {
        await using var endpoint = await StartAsync((_, _) => Says(answer));
        var result = await ImproveAsync(endpoint, o => o with { Authoring = o.Authoring with { Repairs = 0 } });
        Assert.Equal(AuthoringOutcome.Rejected, result.Description.Authoring!.Status);
        Assert.Contains(reason, string.Join('\n', result.Description.Authoring.Findings), StringComparison.Ordinal);
        Assert.Equal((Inferred.Definition!.Id, Inferred.InitialState.ToJson()), (result.Definition!.Id, result.InitialState.ToJson()));
    }

    public static TheoryData<Reply, string> Failures => new()
    {
        { new Reply(500, "down"), "500" },
        { new Reply(429, "slow down", RetryAfter: "1"), "429" },
        { new Reply(401, "no key"), "401" },
        { new Reply(200, "not JSON at all"), "not JSON" },
        { new Reply(200, "", Hangs: true), "did not answer" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_endpoint_that_fails_or_is_late_leaves_what_was_inferred(Reply reply, string reason)
    {
        await using var endpoint = await StartAsync((_, _) => reply);
        var result = await ImproveAsync(endpoint, client: c => reply.Hangs ? c with { TimeoutSeconds = 0.2 } : c);
        Assert.Equal(AuthoringOutcome.Failed, result.Description.Authoring!.Status);
        Assert.Contains(reason, result.Description.Authoring.Reason, StringComparison.Ordinal);
        Assert.Equal(Inferred.Definition!.Id, result.Definition!.Id);
    }

    [Fact]
    public async Task A_budget_that_is_spent_ends_the_rounds()
    {
        await using var endpoint = await StartAsync((_, _) => Says(NoTable));
        var result = await ImproveAsync(endpoint, client: c => c with { TokenBudget = 100 });
        Assert.Equal((AuthoringOutcome.Failed, 1), (result.Description.Authoring!.Status, result.Description.Authoring.Rounds));
        Assert.Contains("budget", result.Description.Authoring.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_delivery_is_answered_from_the_ledger_and_gives_the_same()
    {
        await using var endpoint = await StartAsync((number, _) => Says(number == 0 ? NoTable : Better));
        var ledger = new MemoryLedger();
        var (first, second) = (await ImproveAsync(endpoint, ledger: ledger), await ImproveAsync(endpoint, ledger: ledger));
        Assert.Equal(2, endpoint.Requests.Count);
        Assert.Equal(first.Definition!.Id, second.Definition!.Id);
        Assert.Equal((first.Description.Authoring!.InputTokens, first.Description.Authoring.OutputTokens),
            (second.Description.Authoring!.InputTokens, second.Description.Authoring.OutputTokens));
    }

    [Fact]
    public async Task The_users_word_stands_above_the_models()
    {
        const string overrides =
            """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[{"return":["object",{"city":["arg","city"],"temperature":21}]}],"evidence":[]}}}}""";
        await using var endpoint = await StartAsync((_, _) => Says(Better));
        var result = await ImproveAsync(endpoint, o => o with { Overrides = overrides });
        Assert.Equal(AuthoringOutcome.Accepted, result.Description.Authoring!.Status);
        var answer = CompiledEnvironment.Compile(result.Definition!, result.InitialState).Open().Call("get_weather", Value.Object(("city", "Rome")));
        Assert.Equal(21, answer.Result["temperature"].AsNumber);
        Assert.Equal("override", result.Description.Tools.Single(t => t.Name == "get_weather").ProgramSource);
    }

    [Fact]
    public async Task The_model_is_shown_tools_schema_programs_and_the_language()
    {
        await using var endpoint = await StartAsync((_, _) => Says("{}"));
        var result = await ImproveAsync(endpoint);
        Assert.Equal(AuthoringOutcome.Unchanged, result.Description.Authoring!.Status);
        Assert.True(endpoint.Requests.TryPeek(out var request));
        var (told, shown) = (request["messages"].AsArray[0]["content"].AsString, Value.Parse(request["messages"].AsArray[1]["content"].AsString));
        Assert.Contains("statement  =", told, StringComparison.Ordinal);
        Assert.Equal(ToolFixture.Helpdesk().Count, shown["tools"].AsArray.Length);
        Assert.All(shown["tools"].AsArray.ToArray(), t => Assert.True(t["program"]["body"].IsArray));
        Assert.Contains(shown["schema"]["tables"].AsArray.ToArray(), t => t["name"] == "tickets");
    }

    private static string Said(ScriptedEndpoint endpoint, int request) => endpoint.Requests.ElementAt(request)["messages"].AsArray[^1]["content"].AsString;

    /// <summary>Loops in loops: checked, right, and dear.</summary>
    private static string Greedy => Weather(
        "{\"let\":\"n\",\"be\":0},"
        + Enumerable.Range(0, 3)
            .Aggregate("{\"let\":\"n\",\"be\":[\"add\",[\"var\",\"n\"],1]}", (body, i) => $$"""{"for":"x{{i}}","in":["range",0,30],"do":[{{body}}]}"""));

    /// <summary>A text that doubles until nothing could hold it.</summary>
    private static string Growing => Weather(
        "{\"let\":\"t\",\"be\":\"xxxxxxxx\"}," + string.Join(',', Enumerable.Repeat("{\"let\":\"t\",\"be\":[\"concat\",[\"var\",\"t\"],[\"var\",\"t\"]]}", 60))
            + ",{\"let\":\"n\",\"be\":1}");

    private static string Weather(string statements) =>
        """{"tools":{"get_weather":{"program":{"tool":"get_weather","writes":false,"body":[""" + statements
        + """,{"return":["object",{"city":["arg","city"],"temperature":["var","n"],"condition":"sunny"}]}],"evidence":[]}}}}""";

    private static async Task<MaterializedDomain> ImproveAsync(
        ScriptedEndpoint endpoint, Func<MaterializationOptions, MaterializationOptions>? change = null, Func<EndpointOptions, EndpointOptions>? client = null,
            ICompletionLedger? ledger = null)
    {
        var options = new MaterializationOptions { DifferentialCalls = 0, MutantsPerTool = 0 };
        options = change?.Invoke(options) ?? options;
        var tools = ToolFixture.Helpdesk();
        using var materializer = new DomainMaterializer();
        var author = new DomainAuthor(
            endpoint.Client(c => (client ?? (o => o))(c with { Retries = 1 })), ledger ?? new MemoryLedger(), materializer);
        var inferred = options.Overrides is null ? Inferred : ToolFixture.Materialize("helpdesk", tools, options);
        return await author.ImproveAsync(ToolFixture.Domain("helpdesk", tools), tools, inferred, options, 0, Stop);
    }
}
