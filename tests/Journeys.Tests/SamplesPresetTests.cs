using System.Text.Json;
using AgentScaler.Standalone.Configuration;
using AgentScaler.Standalone.Pipeline;
using Microsoft.Data.Sqlite;

namespace AgentScaler.Journeys.Tests;

/// <summary>The run that a stranger starts first: no source, no configuration. What it trains is set by a preset that knows the corpus.</summary>
public sealed class SamplesPresetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_for_a_run_that_names_nothing_and_its_domains_are_those_of_the_corpus()
    {
        using var journey = new Journey();
        var outcome = await journey.CommandAsync(["run", "--until", "cluster"], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        var preset = RunConfiguration.Load(Samples.Preset).Sections;
        Assert.Equal(preset.ToDictionary(s => s.Key, s => s.Value.ToJsonString()), OptionsOf(journey));
        var slugs = journey.Lines("domains.jsonl").Select(line => JsonDocument.Parse(line).RootElement.GetProperty("slug").GetString()!).ToList();
        var named = preset["filter"]["vertical_domains"]!.AsArray().Select(v => (string)v!).Concat(preset["tasks"]["domains"]!.AsObject().Select(d => d.Key)).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, slug => Assert.Contains(slug, slugs));
    }

    [Fact]
    public async Task It_does_not_hold_where_sources_or_a_configuration_are_named()
    {
        using var journey = new Journey();
        var source = Path.Combine(Journey.Samples, "helpdesk.mcp.json");

        Assert.Equal(0, (await journey.CommandAsync(["run", "--until", "collect", "--source", source], Stop)).Exit);
        Assert.Empty(OptionsOf(journey));
        Assert.Equal(0, (await journey.CommandAsync(["run", "--until", "collect", "--config", journey.Configuration], Stop)).Exit);
        Assert.Equal(RunConfiguration.Load(journey.Configuration).Sections.Keys.Order(), OptionsOf(journey).Keys.Order());
    }

    /// <summary>The settings of the run that the workspace holds, by stage.</summary>
    private static Dictionary<string, string> OptionsOf(Journey journey)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(journey.Workspace, "agentscaler.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select body from runs";
        using var run = JsonDocument.Parse((string)command.ExecuteScalar()!);
        return run.RootElement.GetProperty("options").EnumerateObject().ToDictionary(o => o.Name, o => System.Text.Json.Nodes.JsonNode.Parse(o.Value.GetRawText())!.ToJsonString());
    }
}
