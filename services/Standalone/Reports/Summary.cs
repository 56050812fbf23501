using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;
using AgentScaler.Standalone.Commands;
using AgentScaler.Tools;
using Spectre.Console;

namespace AgentScaler.Standalone.Reports;

/// <summary>What a command that ran stages says at its end.</summary>
internal static class Summary
{
    private static readonly (string Stage, string Section, string[] Figures)[] Rows =
    [
        ("collect", "collection", ["documents", "operations", "tools", "duplicates", "rejected"]),
        ("cluster", "graph", ["nodes", "edges", "domains", "modularity"]),
        ("materialize", "materialization", ["materialized", "rejected", "tools", "executable_tools", "tables"]),
        ("tasks", "tasks", ["tasks", "write", "read_only", "refusal"]),
        ("rollout", "rollouts", ["attempts", "completed", "tool_calls", "tool_errors"]),
        ("filter", "funnel", ["in", "validity", "state_alignment", "exact_match", "accepted"]),
    ];

    /// <param name="page">Where the whole report can be read.</param>
    public static async Task WriteAsync(JsonObject report, string page, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
        {
            await output.WriteLineAsync(report.ToJsonString(ContractJson.Indented));
            return;
        }

        var table = new Table().RoundedBorder().BorderColor(Color.Grey).AddColumns("stage", "result", "seconds");
        table.Columns[2].RightAligned();
        foreach (var (stage, section, figures) in Rows)
        {
            if (report[section] is JsonObject values)
            {
                Add(table, report, stage, string.Join(", ", figures.Where(values.ContainsKey).Select(name => $"{Text(values[name])} {name.Replace('_', ' ')}")));
            }
        }

        if (report["training"]?["stages"] is JsonArray stages)
        {
            Add(table, report, "train", string.Join("; ", stages.Select(s => $"stage {s!["stage"]}: loss {Text(s["loss_first"])} to {Text(s["loss_last"])} in {s["steps"]} steps")));
        }

        if (report["evaluation"]?["policies"] is JsonArray policies)
        {
            Add(table, report, "evaluate", NothingPassed.Is(policies)
                ? NothingPassed.Sentence(policies)
                : string.Join("; ", policies.Select(p => $"{p!["name"]}{Suite(p)}: pass^1 {Text(p["pass_hat_k"]?["1"])}")));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        console.Write(table);
        await output.WriteLineAsync($"report: {page}");
    }

    private static string Suite(JsonNode policy) => policy["suite"] is { } suite ? $" ({suite})" : "";

    private static void Add(Table table, JsonObject report, string stage, string result) =>
        table.AddRow(new Text(stage), new Text(result), new Text(report["seconds"]?[stage] is { } seconds ? $"{seconds.GetValue<double>():f1}" : ""));

    private static string Text(JsonNode? value) => value switch
    {
        JsonValue number when number.TryGetValue<double>(out var real) && real != Math.Floor(real) => real.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
        null => "?",
        _ => value.ToString(),
    };
}
