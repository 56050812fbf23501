using System.Text.Json.Nodes;

namespace AgentScaler.Journeys.Tests;

/// <summary>A source that changes changes what depends on it, and nothing else.</summary>
public sealed class EvolutionTests : IDisposable
{
    private readonly Journey _journey = new();

    [Fact]
    public async Task When_one_tool_changes_its_domain_and_its_tasks_are_made_anew_and_the_others_stay()
    {
        var stop = TestContext.Current.CancellationToken;
        var document = _journey.Place("bank.functions.json");
        File.Copy(Path.Combine(Journey.Samples, "bank.functions.json"), document);
        string[] command = ["run", "--source", Path.Combine(Journey.Samples, "helpdesk.mcp.json"), "--source", document, "--config", _journey.Configuration,
            "--until", "tasks"];
        Assert.Equal(0, (await _journey.CommandAsync(command, stop)).Exit);
        var (environments, tasks) = (Environments(), TasksByDomain());

        var functions = JsonNode.Parse(await File.ReadAllTextAsync(document, stop))!.AsArray();
        var changed = functions[0]!["function"]!;
        changed["returns"]!["items"]!["properties"]!["phone"] = new JsonObject { ["type"] = "string" };
        await File.WriteAllTextAsync(document, functions.ToJsonString(), stop);
        Assert.Equal(0, (await _journey.CommandAsync(command, stop)).Exit);

        var (later, laterTasks) = (Environments(), TasksByDomain());
        var remade = later.Where(e => environments.GetValueOrDefault(e.Key) != e.Value).Select(e => e.Key).ToList();
        Assert.Contains(remade, slug => _journey.Environment(slug).Definition.Tools.Any(t => t.Name == changed["name"]!.GetValue<string>()));
        Assert.NotEmpty(later.Keys.Except(remade));
        Assert.All(later.Keys.Except(remade), slug => Assert.Equal(tasks[slug], laterTasks[slug]));
        foreach (var task in _journey.Tasks())
        {
            var session = _journey.Environment(task.Domain).Open();
            Assert.Equal(task.InitialState, session.Hash.ToString());
            Assert.Equal(
                task.GoldenResults.Select(result => result.ToValue().ToJson()),
                task.GoldenCalls.Select(call => session.Call(call.Name, call.Arguments).ToValue().ToJson()));
            Assert.Equal(task.GoldenState, session.Hash.ToString());
        }
    }

    public void Dispose() => _journey.Dispose();

    private SortedDictionary<string, string> Environments() => new(
        Directory.EnumerateDirectories(Path.Combine(_journey.Workspace, "environments")).ToDictionary(
            folder => Path.GetFileName(folder)!,
            folder => string.Concat(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllText))),
        StringComparer.Ordinal);

    private Dictionary<string, List<string>> TasksByDomain() =>
        _journey.Lines("tasks.jsonl").GroupBy(line => JsonNode.Parse(line)!["domain"]!.GetValue<string>()).ToDictionary(g => g.Key, g => g.ToList());
}
