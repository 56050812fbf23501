using System.Diagnostics;
using System.Text.Json.Nodes;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests;

/// <summary>
/// Golden paths and accepted trajectories do the same through <c>environment replay</c> and through <c>tools.py</c>,
/// and <c>verify.py</c> gives every recorded verdict: from the workspace's files alone.
/// </summary>
public sealed class ReplayTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    /// <summary>Reads {"calls"} or {"task","messages"} lines; answers each with {"results","state"} or the verdict.</summary>
    private const string Replayer = """
        import json, sys
        sys.path.insert(0, sys.argv[1])
        import tools, verify
        with open(sys.argv[1] + "/state.json", encoding="utf-8") as file:
            text = file.read()
        for line in sys.stdin:
            item = json.loads(line)
            if "messages" in item:
                print(json.dumps(verify.verify(item["task"], item["messages"], json.loads(text))))
                continue
            environment = tools.Environment(json.loads(text))
            results = [environment.call(call["name"], call["arguments"]) for call in item["calls"]]
            print(json.dumps({"results": results, "state": environment.state()}))
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Golden_paths_replay_through_the_command_line_and_through_python()
    {
        var tasks = Lines("tasks.jsonl");
        Assert.True(tasks.Count >= 10, $"only {tasks.Count} tasks");
        foreach (var domain in tasks.GroupBy(task => Text(task, "domain")))
        {
            var items = domain.ToList();
            var python = await PythonAsync(domain.Key, items.Select(task => new JsonObject { ["calls"] = task["golden_calls"]!.DeepClone() }));
            foreach (var (task, answer) in items.Zip(python))
            {
                var (results, state) = await CommandAsync(domain.Key, task["golden_calls"]!.AsArray());
                var golden = task["golden_results"]!.AsArray().Select(Canonical).ToList();

                Assert.Equal(golden, results);
                Assert.Equal(golden, answer["results"]!.AsArray().Select(Canonical));
                Assert.Equal(Text(task, "golden_state"), Hash(state));
                Assert.Equal(Text(task, "golden_state"), Hash(answer["state"]!.ToJsonString()));
            }
        }
    }

    [Fact]
    public async Task Accepted_trajectories_replay_through_the_command_line_and_through_python()
    {
        var accepted = Lines("trajectories.jsonl").Where(trajectory => trajectory["verdict"]!["accepted"]!.GetValue<bool>()).ToList();
        Assert.NotEmpty(accepted);
        foreach (var domain in accepted.GroupBy(trajectory => Text(trajectory, "domain")))
        {
            var items = domain.ToList();
            var python = await PythonAsync(domain.Key, items.Select(trajectory => new JsonObject { ["calls"] = Calls(trajectory) }));
            foreach (var (trajectory, answer) in items.Zip(python))
            {
                var (results, state) = await CommandAsync(domain.Key, Calls(trajectory));

                Assert.Equal(results, answer["results"]!.AsArray().Select(Canonical));
                Assert.Equal(Text(trajectory, "final_state"), Hash(state));
                Assert.Equal(Text(trajectory, "final_state"), Hash(answer["state"]!.ToJsonString()));
            }
        }
    }

    [Fact]
    public async Task Verify_gives_every_recorded_verdict()
    {
        var tasks = Lines("tasks.jsonl").ToDictionary(task => Text(task, "id"));
        var trajectories = Lines("trajectories.jsonl");
        Assert.Contains(trajectories, trajectory => !trajectory["verdict"]!["accepted"]!.GetValue<bool>());
        foreach (var domain in trajectories.GroupBy(trajectory => Text(trajectory, "domain")))
        {
            var items = domain.ToList();
            var verdicts = await PythonAsync(
                domain.Key,
                items.Select(trajectory => new JsonObject
                {
                    ["task"] = tasks[Text(trajectory, "task")].DeepClone(),
                    ["messages"] = trajectory["messages"]!.DeepClone(),
                }));
            foreach (var (trajectory, verdict) in items.Zip(verdicts))
            {
                foreach (var (field, recorded) in trajectory["verdict"]!.AsObject())
                {
                    Assert.True(JsonNode.DeepEquals(recorded, verdict[field]),
                        $"{Text(trajectory, "id")}, {field}: {recorded?.ToJsonString()} is recorded, verify.py says {verdict[field]?.ToJsonString()}");
                }
            }
        }
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static string Canonical(JsonNode? node) => CanonicalJson.ToText(Value.Parse(node!.ToJsonString()));

    private static string Hash(string state) => StateHash.Of(DatabaseState.Parse(state)).ToString();

    private static JsonArray Calls(JsonNode trajectory) =>
    [
        .. trajectory["messages"]!.AsArray()
            .SelectMany(message => message!["tool_calls"]?.AsArray() ?? [])
            .Select(call => (Name: Text(call!["function"]!, "name"), Arguments: Parsed(Text(call["function"]!, "arguments"))))
            .Select(call => (JsonNode)new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments }),
    ];

    private static JsonNode? Parsed(string arguments)
    {
        try
        {
            return JsonNode.Parse(arguments);
        }
        catch (System.Text.Json.JsonException)
        {
            // A call whose arguments are no JSON fails in every environment, as these do, and changes nothing.
            return JsonValue.Create(arguments);
        }
    }

    private List<JsonNode> Lines(string name) => [.. run.Journey.Lines(name).Select(line => JsonNode.Parse(line)!)];

    private async Task<(List<string> Results, string State)> CommandAsync(string domain, JsonArray calls)
    {
        var (input, output) = (run.Journey.Place("replayed-calls.jsonl"), run.Journey.Place("replayed-state.json"));
        await File.WriteAllLinesAsync(input, calls.Select(call => call!.ToJsonString()), Stop);
        var outcome = await run.Journey.CommandAsync(["environment", "replay", "--domain", domain, "--calls", input, "--state-out", output], Stop);
        Assert.True(outcome.Exit == 0, outcome.Error);
        var results = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Canonical(JsonNode.Parse(line)));
        return ([.. results], await File.ReadAllTextAsync(output, Stop));
    }

    private async Task<List<JsonNode>> PythonAsync(string domain, IEnumerable<JsonNode> items)
    {
        using var python = Process.Start(new ProcessStartInfo(
            "python3", ["-B", "-c", Replayer, Path.Combine(run.Journey.Workspace, "environments", domain)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (python.StandardOutput.ReadToEndAsync(Stop), python.StandardError.ReadToEndAsync(Stop));
        foreach (var item in items)
        {
            await python.StandardInput.WriteLineAsync(item.ToJsonString());
        }

        python.StandardInput.Close();
        await python.WaitForExitAsync(Stop);
        Assert.True(python.ExitCode == 0, await error);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
