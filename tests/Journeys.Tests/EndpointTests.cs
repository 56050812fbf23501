using AgentScaler.ScriptedModels;
using static AgentScaler.ScriptedModels.ScriptedEndpoint;

namespace AgentScaler.Journeys.Tests;

/// <summary>What a user sees of model endpoints that have their own ways.</summary>
public sealed class EndpointTests
{
    private const string Tools = """
        [{"name":"getLoan","description":"Get a loan by its id.","parameters":{"type":"object","properties":{"loan_id":{"type":"string"}},"required":["loan_id"]},
          "returns":{"type":"object","properties":{"loan_id":{"type":"string"},"due_date":{"type":"string","format":"date"},"status":{"type":"string","enum":["open","returned"]}}}}]
        """;

    private const string Quota = """{"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","code":"insufficient_quota"}}""";

    private static readonly Dictionary<string, Reply> Servers = new()
    {
        ["a server that parses calls"] = Calls(("c1", "get_opening_hours", """{"city":"Lisbon"}""")),
        ["a server that leaves calls in the text"] =
            Says("<tool_call>\n{\"name\": \"get_opening_hours\", \"arguments\": {\"city\": \"Lisbon\"}}\n</tool_call>"),
        ["a server that leaves calls of another family"] = Says("[TOOL_CALLS]get_opening_hours[ARGS]{\"city\": \"Lisbon\"}"),
        ["a server that leaves thoughts in the text"] = Answers.Message(
            """{"content":"Hm.</think>","tool_calls":[{"id":"c1","type":"function","function":{"name":"get_opening_hours","arguments":"{}"}}]}"""),
        ["a model that calls nothing"] = Says("It opens at nine."),
        ["an account without credit"] = new(429, Quota),
        ["a model that is not there"] = new(404, """{"error":{"message":"The model 'tiny' does not exist."}}"""),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a server that parses calls", true, "calls the tool it is given")]
    [InlineData("a server that leaves calls in the text", false,
        "does not parse tool calls. Start vLLM with --enable-auto-tool-choice --tool-call-parser hermes")]
    [InlineData("a server that leaves calls of another family", false, "--tool-call-parser mistral")]
    [InlineData("a server that leaves thoughts in the text", true, "--reasoning-parser")]
    [InlineData("a model that calls nothing", false, "did not call the tool it was told to call. It said: It opens at nine.")]
    [InlineData("an account without credit", false, "You exceeded your current quota.")]
    [InlineData("a model that is not there", false, "The model 'tiny' does not exist.")]
    public async Task The_doctor_asks_an_endpoint_to_call_a_tool(string server, bool works, string said)
    {
        using var journey = new Journey();
        await using var endpoint = await StartAsync((_, _) => Servers[server]);
        var outcome = await journey.CommandAsync(
            ["doctor", "--agent-endpoint", endpoint.Address, "--agent-model", "tiny", "--agent-key-variable", "AGENTSCALER_NO_SUCH_KEY"], Stop);
        var line = Assert.Single(outcome.Output.Split('\n'), l => l.Contains("endpoint:", StringComparison.Ordinal));
        Assert.StartsWith(works ? "ok" : "missing", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Single(endpoint.Requests);
        Assert.False(Directory.Exists(journey.Workspace));
    }

    [Fact]
    public async Task A_spent_quota_costs_one_request_and_its_units_bear_its_name()
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(429, Quota));
        var (_, errors) = await PlayAsync(endpoint, "rollout");
        Assert.NotEmpty(errors);
        Assert.All(errors, line => Assert.Contains("AgentScaler.LanguageModels.EndpointQuotaException", line, StringComparison.Ordinal));
        Assert.All(errors, line => Assert.Contains("You exceeded your current quota.", line, StringComparison.Ordinal));
        Assert.Single(endpoint.Requests);
    }

    [Fact]
    public async Task Calls_left_in_the_text_are_rejected_and_the_doctor_says_what_to_do()
    {
        await using var endpoint = await StartAsync((_, _) => Says("[TOOL_CALLS][{\"name\": \"getLoan\", \"arguments\": {}}]"));
        var (doctor, errors) = await PlayAsync(endpoint, "filter");
        Assert.Empty(errors);
        Assert.Contains("the server of tiny leaves tool calls in the text (Mistral)", doctor, StringComparison.Ordinal);
        Assert.Contains("--tool-call-parser mistral", doctor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Episodes_that_all_end_early_are_told_with_their_reasons()
    {
        await using var endpoint = await StartAsync((_, _) => new Reply(400, """{"error":{"message":"too long","code":"context_length_exceeded"}}"""));
        using var journey = new Journey();
        var outcome = await RunAsync(journey, endpoint, "filter");

        Assert.Equal(0, outcome.Exit);
        Assert.Matches(@"warning: rollout: episodes without a completed one: (\d+) of \1\n  context_limit: \1", outcome.Error.ReplaceLineEndings("\n"));
        Assert.Matches(@"warning: filter: trajectories without an accepted one: (\d+) of \1\n", outcome.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_doctor_ends_with_3_where_the_server_is_out_of_reach()
    {
        using var journey = new Journey();
        Assert.Equal(3, (await journey.CommandAsync(["doctor", "--agent-endpoint", "http://127.0.0.1:9/v1", "--agent-model", "tiny"], Stop)).Exit);
    }

    private static async Task<(string Doctor, string[] Errors)> PlayAsync(ScriptedEndpoint endpoint, string until)
    {
        using var journey = new Journey();
        await RunAsync(journey, endpoint, until);
        var errors = await journey.CommandAsync(["errors", "list", "--format", "json"], Stop);
        var doctor = await journey.CommandAsync(["doctor"], Stop);
        return (doctor.Output, errors.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<CommandOutcome> RunAsync(Journey journey, ScriptedEndpoint endpoint, string until)
    {
        await File.WriteAllTextAsync(journey.Place("loans.json"), Tools, Stop);
        await File.WriteAllTextAsync(
            journey.Configuration,
            "{\"tasks\":{\"per_domain\":2},\"rollout\":{\"attempts\":1,\"agent\":\"openai\",\"agent_endpoint\":{\"endpoint\":\"" + endpoint.Address
            + "\",\"model\":\"tiny\",\"key_variable\":\"AGENTSCALER_NO_SUCH_KEY\"}}}",
            Stop);
        return await journey.CommandAsync(["run", "--source", journey.Place("loans.json"), "--config", journey.Configuration, "--until", until], Stop);
    }
}
