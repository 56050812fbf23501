using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary>Evaluation on a file of tasks, and what a workspace's other commands say of it.</summary>
public sealed class TaskFileTests(TrainedRun trained) : IClassFixture<TrainedRun>
{
    private Journey Journey => trained.Journey;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_policy_is_evaluated_on_all_tasks_of_the_file_and_on_no_other()
    {
        var file = Journey.Place("given.jsonl");
        await File.WriteAllLinesAsync(file, Journey.Lines("tasks.jsonl").Take(3), Stop);

        var outcome = await Journey.CommandAsync(["evaluate", "--policy", "scripted", "--policy", "base", "--attempts", "1", "--tasks", file], Stop);

        Assert.True(outcome.Exit == 0, outcome.Error);
        var policies = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Journey.Workspace, "evaluation.json"), Stop))!["policies"]!.AsArray();
        Assert.Equal(
            [("scripted", "foreign", 3), ("base", "foreign", 3)],
            policies.Select(policy => (policy!["name"]!.GetValue<string>(), policy["suite"]!.GetValue<string>(), policy["tasks"]!.GetValue<int>())));
    }

    [Theory]
    [InlineData("{\"id\":", "not a task")]
    [InlineData("[]", "not a task")]
    [InlineData("{\"id\":\"t\",\"domain\":\"bank\"}", "'golden_calls'")]
    public async Task A_line_that_is_no_task_is_named(string line, string named)
    {
        var file = Journey.Place("broken.jsonl");
        await File.WriteAllLinesAsync(file, [Journey.Lines("tasks.jsonl").First(), line], Stop);

        var outcome = await Journey.CommandAsync(["evaluate", "--tasks", file], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("broken.jsonl, line 2", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("domain", "zoo")]
    [InlineData("initial_state", "sha256:0")]
    public async Task A_task_of_another_world_is_named(string field, string value)
    {
        var file = Journey.Place("elsewhere.jsonl");
        var task = JsonNode.Parse(Journey.Lines("tasks.jsonl").First())!;
        task[field] = value;
        await File.WriteAllTextAsync(file, task.ToJsonString() + "\n", Stop);

        var outcome = await Journey.CommandAsync(["evaluate", "--tasks", file], Stop);

        Assert.Equal(2, outcome.Exit);
        Assert.Contains("elsewhere.jsonl, line 1", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(value, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_says_what_was_inferred_and_how_to_change_it()
    {
        var outcome = await Journey.CommandAsync(["environment", "describe", "--domain", "bank"], Stop);

        Assert.Equal(0, outcome.Exit);
        Assert.Contains("evidence", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("--overrides", outcome.Output, StringComparison.Ordinal);
    }
}
