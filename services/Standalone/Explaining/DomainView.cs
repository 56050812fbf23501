using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments;
using AgentScaler.Environments.States;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Standalone.Explaining;

/// <summary>Explains a domain: its tables, its tools with their effects, its tasks and their verdicts.</summary>
internal sealed class DomainView(
    (EnvironmentDefinition Definition, DatabaseState Initial) environment,
    IReadOnlyList<ToolFacts> tools,
    IReadOnlyList<TaskSpecification> tasks,
    IReadOnlyList<Trajectory> played) : IExplained
{
    public JsonObject ToJson() => new()
    {
        ["explains"] = "domain",
        ["domain"] = environment.Definition.Slug,
        ["tables"] = Counts(environment.Definition.Schema.Tables.Select(table => (table.Name, environment.Initial.Rows(table.Name).Count))),
        ["tools"] = JsonSerializer.SerializeToNode(tools, ContractJson.Options),
        ["tasks"] = Counts(Kinds()),
        ["verdicts"] = Counts(Reasons()),
    };

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"{environment.Definition.Name} ({environment.Definition.Slug})\n\nTables");
        foreach (var table in environment.Definition.Schema.Tables)
        {
            await output.WriteLineAsync($"  {table.Name}: {environment.Initial.Rows(table.Name).Count} rows, key {string.Join(", ", table.PrimaryKey)}");
        }

        await output.WriteLineAsync("\nTools");
        foreach (var tool in tools.OrderBy(tool => tool.Name, StringComparer.Ordinal))
        {
            await tool.WriteAsync(output, "  ");
        }

        await output.WriteLineAsync($"\nTasks: {Listed(Kinds())}\nVerdicts: {Listed(Reasons())}");
    }

    private IEnumerable<(string, int)> Kinds() => tasks.CountBy(task => ExplainedText.Word(task.Kind))
        .OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value));

    private IEnumerable<(string, int)> Reasons() =>
        played.CountBy(trajectory => trajectory.Verdict is { } verdict ? verdict.Reason ?? "accepted" : "not judged")
        .OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value));

    private static JsonObject Counts(IEnumerable<(string Name, int Count)> counts) =>
        new(counts.Select(count => KeyValuePair.Create(count.Name, (JsonNode?)count.Count)));

    private static string Listed(IEnumerable<(string Name, int Count)> counts) =>
        string.Join(", ", counts.Select(count => $"{count.Name} {count.Count}").DefaultIfEmpty("none"));
}
