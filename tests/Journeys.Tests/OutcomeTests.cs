using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Journeys.Tests;

/// <summary>What a run leaves behind is true: it is replayed here from the files alone.</summary>
public sealed class OutcomeTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private readonly Dictionary<string, CompiledEnvironment> _environments = new(StringComparer.Ordinal);

    [Fact]
    public void Every_operation_of_the_sources_is_accounted_for()
    {
        var collection = run.Journey.Report["collection"]!;

        Assert.Equal(Number(collection, "operations"), Number(collection, "tools") + Number(collection, "duplicates") + Number(collection, "rejected"));
        Assert.Equal(Number(collection, "tools"), run.Journey.Lines("tools.jsonl").Count());
        Assert.Equal(Number(collection, "rejected"), run.Journey.Lines("rejected-tools.jsonl").Count());
    }

    [Fact]
    public void Every_golden_path_replays_to_its_results_and_its_state()
    {
        var tasks = Tasks();
        Assert.True(tasks.Count >= 10, $"only {tasks.Count} tasks");
        foreach (var task in tasks)
        {
            var session = Environment(task.Domain).Open();
            var results = task.GoldenCalls.Select(call => session.Call(call.Name, call.Arguments).ToValue().ToJson()).ToList();

            Assert.Equal(task.GoldenResults.Select(result => result.ToValue().ToJson()), results);
            Assert.Equal(task.GoldenState, session.Hash.ToString());
            Assert.Equal(task.InitialState, Environment(task.Domain).InitialHash.ToString());
        }
    }

    [Fact]
    public void Doing_nothing_reaches_no_goal()
    {
        foreach (var task in Tasks())
        {
            Assert.NotEmpty(task.GoldenCalls);
            if (task.Kind == TaskKind.Write)
            {
                Assert.NotEqual(task.InitialState, task.GoldenState);
                Assert.False(task.GoldenDiff.AsObject.Names.IsEmpty);
            }
            else
            {
                Assert.Equal(task.InitialState, task.GoldenState);
            }
        }
    }

    [Fact]
    public void Every_accepted_trajectory_reaches_its_golden_state_on_an_independent_replay()
    {
        var tasks = Tasks().ToDictionary(task => task.Id);
        var accepted = Trajectories().Where(trajectory => trajectory.Verdict!.Accepted).ToList();
        Assert.NotEmpty(accepted);
        foreach (var trajectory in accepted)
        {
            var environment = Environment(trajectory.Domain);
            var final = Replay(environment, Calls(trajectory));

            Assert.Equal(trajectory.FinalState, final.Hash.ToString());
            var golden = Replay(environment, tasks[trajectory.Task].GoldenCalls.Select(call => (call.Name, call.Arguments.ToJson())));
            Assert.True(StateAlignment.Aligned(environment.Definition.Schema, environment.InitialState, final.State(), golden.State()), trajectory.Id);
        }
    }

    [Fact]
    public void The_scripted_agent_fails_sometimes_and_the_funnel_notices()
    {
        var funnel = run.Journey.Report["funnel"]!;

        Assert.Equal(run.Journey.Lines("trajectories.jsonl").Count(), Number(funnel, "in"));
        Assert.InRange(Number(funnel, "accepted"), 1, Number(funnel, "in") - 1);
    }

    [Fact]
    public void The_report_has_the_fields_of_the_contract()
    {
        (string Section, string[] Fields)[] contract =
        [
            ("collection", ["documents", "operations", "tools", "duplicates", "rejected", "rejected_by_reason"]),
            ("graph", ["nodes", "edges", "threshold", "resolution", "algorithm", "domains", "modularity", "disconnected_communities", "largest_domain",
                "singletons"]),
            ("materialization", ["domains", "materialized", "rejected", "tools", "executable_tools", "read_tools", "write_tools", "tables",
                "differential_calls", "differential_mismatches", "mutation_score", "conforming_share"]),
            ("tasks", ["tasks", "write", "read_only", "refusal", "replay_failures", "do_nothing_passes", "coverage", "calls_histogram"]),
            ("rollouts", ["attempts", "completed", "tool_calls", "tool_errors"]),
            ("funnel", ["in", "validity", "state_alignment", "exact_match", "accepted", "accepted_with_tool_errors", "reasons"]),
        ];
        var report = run.Journey.Report;

        Assert.Equal("workspace", report["run"]!.GetValue<string>());
        Assert.Equal(0, report["seed"]!.GetValue<long>());
        foreach (var (section, fields) in contract)
        {
            var missing = fields.Where(field => !report[section]!.AsObject().ContainsKey(field));
            Assert.True(!missing.Any(), $"{section} lacks {string.Join(", ", missing)}");
        }

        Assert.Equal(["collect", "cluster", "materialize", "tasks", "rollout", "filter"], report["seconds"]!.AsObject().Select(pair => pair.Key));
        Assert.False(report.ContainsKey("training"));
        Assert.Equal(0, Number(report["tasks"]!, "replay_failures"));
        Assert.Equal(0, Number(report["tasks"]!, "do_nothing_passes"));
        Assert.Equal(0, Number(report["materialization"]!, "differential_mismatches"));
    }

    [Fact]
    public void The_reports_share_of_tools_that_tasks_call_is_what_the_files_say()
    {
        var called = run.Journey.Lines("tasks.jsonl").Select(line => JsonNode.Parse(line)!)
            .SelectMany(task => task["golden_calls"]!.AsArray().Select(call => (task["domain"]!.GetValue<string>(), call!["name"]!.GetValue<string>())))
                .Distinct().Count();
        var tools = Directory.GetDirectories(Path.Combine(run.Journey.Workspace, "environments"))
            .Sum(folder => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "tools.json")))!.AsArray().Count);

        Assert.Equal(Math.Round(called / (double)tools, 4), run.Journey.Report["tasks"]!["coverage"]!["tools"]!.GetValue<double>());
    }

    [Fact]
    public void Lines_are_sorted_by_id_and_datasets_hold_accepted_trajectories_only()
    {
        foreach (var file in new[] { "tools.jsonl", "domains.jsonl", "tasks.jsonl", "trajectories.jsonl" })
        {
            var ids = run.Journey.Lines(file).Select(line => JsonNode.Parse(line)!["id"]!.GetValue<string>()).ToList();
            Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }

        var accepted = Trajectories().Where(trajectory => trajectory.Verdict!.Accepted).Select(trajectory => trajectory.Id).ToHashSet();
        var rows = run.Journey.Lines("datasets/stage1/train.jsonl").Select(line => JsonNode.Parse(line)!).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(row["trajectory"]!.GetValue<string>(), accepted));
        var held = run.Journey.Lines("datasets/stage1/validation.jsonl").Select(line => JsonNode.Parse(line)!["task"]!.GetValue<string>());
        Assert.Empty(held.Intersect(rows.Select(row => row["task"]!.GetValue<string>())));
    }

    [Fact]
    public void Every_dataset_row_names_the_licences_of_the_documents_that_its_tools_came_from()
    {
        var licenses = run.Journey.Lines("tools.jsonl").Select(line => JsonSerializer.Deserialize<ToolSpecification>(line, ContractJson.Options)!)
            .ToDictionary(tool => tool.Id, tool => tool.Source.License);
        var expected = Tasks().ToDictionary(
            task => task.Id,
            task => task.Provenance.Tools.Select(tool => licenses[tool]).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList());
        var rows = run.Journey.Lines("datasets/stage1/train.jsonl").Concat(run.Journey.Lines("datasets/stage1/validation.jsonl"))
            .Select(line => JsonSerializer.Deserialize<DatasetRow>(line, ContractJson.Options)!).ToList();

        Assert.Contains(rows, row => row.Provenance.Licenses.Count > 0);
        Assert.All(rows, row => Assert.Equal(expected[row.Task], row.Provenance.Licenses.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_command_line_replays_a_golden_path_and_writes_the_golden_state()
    {
        var stop = TestContext.Current.CancellationToken;
        var task = Tasks().First(task => task.Kind == TaskKind.Write);
        var calls = run.Journey.Place("calls.jsonl");
        var state = run.Journey.Place("state.json");
        await File.WriteAllLinesAsync(
            calls, task.GoldenCalls.Select(call => Value.Object(("name", call.Name), ("arguments", call.Arguments)).ToJson()), stop);

        var outcome = await run.Journey.CommandAsync(["environment", "replay", "--domain", task.Domain, "--calls", calls, "--state-out", state], stop);

        Assert.Equal(0, outcome.Exit);
        Assert.Equal(
            task.GoldenResults.Select(result => CanonicalJson.ToText(result.ToValue())),
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => CanonicalJson.ToText(Value.Parse(line))));
        Assert.Equal(task.GoldenState, StateHash.Of(DatabaseState.Parse(await File.ReadAllTextAsync(state, stop))).ToString());
    }

    private static long Number(JsonNode section, string field) => section[field]!.GetValue<long>();

    private static EnvironmentSession Replay(CompiledEnvironment environment, IEnumerable<(string Name, string Arguments)> calls)
    {
        var session = environment.Open();
        foreach (var (name, arguments) in calls)
        {
            session.Call(name, System.Text.Encoding.UTF8.GetBytes(arguments), new System.Buffers.ArrayBufferWriter<byte>());
        }

        return session;
    }

    private static IEnumerable<(string Name, string Arguments)> Calls(Trajectory trajectory) =>
        trajectory.Messages.SelectMany(message => message.ToolCalls ?? []).Select(call => (call.Function.Name, call.Function.Arguments));

    private IReadOnlyList<TaskSpecification> Tasks() => run.Journey.Tasks();

    private List<Trajectory> Trajectories() =>
        [.. run.Journey.Lines("trajectories.jsonl").Select(line => JsonSerializer.Deserialize<Trajectory>(line, ContractJson.Options)!)];

    private CompiledEnvironment Environment(string slug)
    {
        if (!_environments.TryGetValue(slug, out var environment))
        {
            _environments[slug] = environment = run.Journey.Environment(slug);
        }

        return environment;
    }
}
