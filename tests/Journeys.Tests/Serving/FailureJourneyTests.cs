using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>Failure is visible from end to end: on a workspace and on a gateway, in words, in the exit code and in the report.</summary>
public sealed class FailureJourneyTests(ServedStack stack) : IClassFixture<ServedStack>, IDisposable
{
    /// <summary>Two tools whose one argument no text satisfies.</summary>
    private const string Impossible = """
        [{"type":"function","function":{"name":"pick_day","description":"Picks a day of the calendar for a booking.","parameters":
           {"type":"object","required":["day"],"properties":{"day":{"type":"string","pattern":"^[a-z]{9}$","maxLength":3}}}}},
         {"type":"function","function":{"name":"drop_day","description":"Drops a day of the calendar for a booking.","parameters":
           {"type":"object","required":["day"],"properties":{"day":{"type":"string","pattern":"^[a-z]{9}$","maxLength":3}}}}}]
        """;

    private const string Sentence =
        "error: materialize: none of 1 domains could be materialized; impossible: Only 0 of 2 tools could be executed; the first that could not is drop_day: ";

    private readonly Journey _journey = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_without_a_domain_fails_with_each_reason_and_again_when_it_is_asked_for_again()
    {
        var file = await SourceAsync();
        for (var time = 0; time < 2; time++)
        {
            var outcome = await _journey.CommandAsync(["run", "--source", file, "--config", _journey.Configuration, "--until", "rollout"], Stop);

            Assert.Equal(1, outcome.Exit);
            Assert.Single(Lines(outcome), line => line.StartsWith("error: ", StringComparison.Ordinal));
            Assert.StartsWith(Sentence, Lines(outcome)[^1], StringComparison.Ordinal);
            Assert.Contains("warning: materialize: domains rejected: 1 of 1", Lines(outcome));
            Assert.Equal(1, (int)_journey.Report["materialization"]!["rejected"]!);
            Assert.Equal("impossible", (string)_journey.Report["problems"]![0]!["items"]![0]!["name"]!);
        }

        var page = await File.ReadAllTextAsync(Path.Combine(_journey.Workspace, "report.html"), Stop);
        Assert.Contains("<h2>The run failed</h2><p>materialize: none of 1 domains could be materialized", page, StringComparison.Ordinal);
        Assert.Contains("materialize: domains rejected: <b>1</b> of 1", page, StringComparison.Ordinal);
        Assert.Equal(2, (await _journey.CommandAsync(["tasks"], Stop)).Exit);
    }

    [Fact]
    public async Task A_gateways_run_ends_in_the_same_words()
    {
        var outcome = await stack.CommandAsync(["run", "--source", await SourceAsync(), "--config", _journey.Configuration, "--until", "rollout"], Stop);

        Assert.Equal(1, outcome.Exit);
        Assert.StartsWith(Sentence, Lines(outcome)[^1], StringComparison.Ordinal);
        Assert.Contains("warning: materialize: domains rejected: 1 of 1", Lines(outcome));
        var run = JsonNode.Parse(await stack.Http.GetStringAsync("/api/v1/runs", Stop))!["items"]![0]!;
        Assert.Equal(("failed", "rejected"), ((string)run["status"]!, (string)run["cause"]!));
    }

    [Fact]
    public async Task A_tool_that_cannot_be_executed_is_named_and_not_on_offer()
    {
        var sources = new[] { "--source", Path.Combine(Journey.Samples, "bank.functions.json"), "--source", await SourceAsync() };
        Assert.Equal(0, (await _journey.CommandAsync(["collect", .. sources, "--config", _journey.Configuration], Stop)).Exit);
        Assert.Equal(0, (await _journey.CommandAsync(["cluster", "--one-domain", "bank"], Stop)).Exit);

        var outcome = await _journey.CommandAsync(["materialize", "--config", _journey.Configuration], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        Assert.Contains("warning: materialize: tools that cannot be executed and are not on offer: 2", Lines(outcome));
        Assert.Contains(Lines(outcome), line => line.StartsWith("  bank/pick_day: No arguments", StringComparison.Ordinal));
        Assert.DoesNotContain("pick_day", await File.ReadAllTextAsync(Path.Combine(_journey.Workspace, "environments", "bank", "tools.json"), Stop),
            StringComparison.Ordinal);
        var called = await _journey.CommandAsync(["environment", "call", "--domain", "bank", "--tool", "pick_day", "--arguments", """{"day":"x"}"""], Stop);
        Assert.Contains("unknown_tool", called.Output + called.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _journey.Dispose();

    private static string[] Lines(CommandOutcome outcome) => outcome.Error.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> SourceAsync()
    {
        var file = _journey.Place("impossible.json");
        await File.WriteAllTextAsync(file, Impossible, Stop);
        return file;
    }
}
