using System.Text.Json.Nodes;
using AgentScaler.Gateway.Reports;
using AgentScaler.Pipeline;
using AgentScaler.Standalone.Commands;
using AgentScaler.Tools;
using Spectre.Console;

namespace AgentScaler.Standalone.Reports;

/// <summary>Prints the summary at the end of a command that ran stages.</summary>
internal static class Summary
{
    /// <summary>Sections that are said in words of their own. Of any other, the main figures are said.</summary>
    private static readonly Dictionary<string, Func<JsonNode?, string?>> Told = new(StringComparer.Ordinal)
    {
        ["training"] = Training,
        ["evaluation"] = Evaluation,
    };

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
        foreach (var stage in PipelineStages.All)
        {
            if (ResultOf(report, stage) is { } result)
            {
                Add(table, report, stage.Name, result);
            }
        }

        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        console.Write(table);
        await output.WriteLineAsync($"report: {page}");
    }

    private static string? ResultOf(JsonObject report, StageDefinition stage)
    {
        if (Told.TryGetValue(stage.Section, out var tell))
        {
            return tell(report[stage.Section]);
        }

        var names = stage.Figures.Where(figure => figure.InSummary).Select(figure => figure.Name);
        return report[stage.Section] is JsonObject values
            ? string.Join(", ", names.Where(values.ContainsKey).Select(name => $"{Text(values[name])} {name.Replace('_', ' ')}"))
            : null;
    }

    private static string? Training(JsonNode? section) => section?["stages"] is JsonArray stages
        ? string.Join("; ", stages.Select(s => $"stage {s!["stage"]}: loss {Text(s["loss_first"])} to {Text(s["loss_last"])} in {s["steps"]} steps"))
        : null;

    private static string? Evaluation(JsonNode? section) => section?["policies"] is not JsonArray policies ? null
        : NothingPassed.Is(policies) ? NothingPassed.Sentence(policies)
        : string.Join("; ", policies.Select(p => $"{p!["name"]}{Suite(p)}: pass^1 {Text(p["pass_hat_k"]?["1"])}"));

    private static string Suite(JsonNode policy) => policy["suite"] is { } suite ? $" ({suite})" : "";

    private static void Add(Table table, JsonObject report, string stage, string result) =>
        table.AddRow(new Text(stage), new Text(result), new Text(report["seconds"]?[stage] is { } seconds ? $"{seconds.GetValue<double>():f1}" : ""));

    private static string Text(JsonNode? value) => value switch
    {
        JsonValue number when number.TryGetValue<double>(out var real)
            && real != Math.Floor(real) => real.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
        null => "?",
        _ => value.ToString(),
    };
}
