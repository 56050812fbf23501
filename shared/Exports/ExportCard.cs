using System.Globalization;
using System.Text;
using AgentScaler.Exports.Formats;

namespace AgentScaler.Exports;

/// <summary>The dataset card (README.md with the header that dataset hubs read), and the files that a format's loader needs beside the data.</summary>
internal static class ExportCard
{
    public static async Task WriteAsync(IDatasetFormat format, ExportSummary summary, string folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "README.md"), Card(format, summary), cancellationToken);
        foreach (var (name, text) in format.Companions(summary))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
        }
    }

    private static string Card(IDatasetFormat format, ExportSummary summary)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"---");
        Line($"task_categories: [text-generation]");
        Line($"tags: [tool-use, function-calling, multi-turn, synthetic, agentscaler]");
        Line($"configs:");
        foreach (var dataset in summary.Files.GroupBy(f => f.Dataset, StringComparer.Ordinal))
        {
            Line($"- config_name: {dataset.Key}");
            Line($"  data_files:");
            foreach (var file in dataset)
            {
                Line($"  - {{split: {file.Side}, path: \"{file.Path}\"}}");
            }
        }

        Line($"---");
        Line($"");
        Line($"# Tool-use conversations in verified environments");
        Line($"");
        Line($"{summary.Rows} conversations over {summary.Domains} domains and {summary.Tasks} tasks, in the format `{format.Word}`: {summary.Messages} messages, {summary.ToolCalls} tool calls.");
        Line($"");
        Line($"| file | dataset | side | rows |");
        Line($"|---|---|---|---|");
        foreach (var file in summary.Files)
        {
            Line($"| {file.Path} | {file.Dataset} | {file.Side} | {file.Rows} |");
        }

        Line($"");
        Line($"## Origin");
        Line($"");
        Line($"Tools come from API documents; each domain's tools are programs over a typed database, and every conversation was replayed and judged against the golden state or the golden calls of its task. The row's `task` and `trajectory` lead to tasks.jsonl (tool ids and licences), tools.jsonl (document and place) and traces.jsonl of the workspace. Spoken by: {Counts(summary.Origins)}.");
        Line($"");
        Line($"## Licences");
        Line($"");
        Line($"Rows by licence of the documents their tools came from: {Counts(summary.Licenses)}. The conversations add no licence of their own.");
        Line($"");
        Line($"## Splits");
        Line($"");
        Line($"No task, no nearly equal intent and, for domains held back whole, no tool stands on both sides. `stage1` holds the general domains, `stage2-SLUG` one vertical domain that `stage1` leaves out.");
        Line($"");
        Line($"## Known limits");
        Line($"");
        Line($"- Environments are inferred from documents: they behave plausibly, not as the live services do.");
        Line($"- Scripted speakers vary their words by a grammar; rows of origin `scripted` are less varied than people are.");
        Line($"- Trained are the assistant's words and tool calls alone.");
        foreach (var loss in summary.Losses)
        {
            Line($"- {loss}");
        }

        foreach (var note in format.Notes)
        {
            Line($"- {note}");
        }

        return text.ToString();
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
