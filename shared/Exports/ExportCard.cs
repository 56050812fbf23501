using System.Globalization;
using System.Text;
using AgentScaler.Environments.Values;

namespace AgentScaler.Exports;

/// <summary>The dataset card (README.md with the header that dataset hubs read), and what else a format's loader needs.</summary>
internal static class ExportCard
{
    /// <summary>verl hands the tools column to the chat template as it is; this class decodes its JSON text first.</summary>
    private const string VerlLoader = """
        # Use with: data.custom_cls.path=agentscaler_verl.py data.custom_cls.name=JsonToolsDataset
        import json

        from verl.utils.dataset.multiturn_sft_dataset import MultiTurnSFTDataset


        class JsonToolsDataset(MultiTurnSFTDataset):
            def _read_files_and_process(self):
                super()._read_files_and_process()
                self.tools = [json.loads(tools) for tools in self.tools]

        """;

    /// <summary>Columnar files unify objects over rows; the type Json of the data sets' library (4.7 or later) does not.</summary>
    private const string TrlLoader = """
        # Use with: from agentscaler_trl import dataset; SFTTrainer(train_dataset=dataset("stage1/train.jsonl"), ...)
        import json


        def rows(path):
            # The rows as TRL documents them: arguments and tools are objects.
            with open(path, encoding="utf-8") as file:
                for line in file:
                    row = json.loads(line)
                    for message in row["messages"]:
                        for call in message.get("tool_calls") or []:
                            call["function"]["arguments"] = json.loads(call["function"]["arguments"])
                    row["tools"] = json.loads(row["tools"])
                    yield row


        def dataset(path):
            # The rows as a datasets.Dataset, each call with its own arguments and no other's.
            from datasets import Dataset, Features, Json, List, Value

            text = Value("string")
            message = {"role": text, "content": text, "name": text, "reasoning_content": text, "tool_calls": List(Json())}
            return Dataset.from_list(list(rows(path)), features=Features({"messages": List(message), "tools": List(Json())}))

        """;

    public static async Task WriteAsync(ExportSummary summary, string folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "README.md"), Card(summary), cancellationToken);
        if (summary.Format == ExportFormat.LlamaFactory)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "dataset_info.json"), DatasetInfo(summary), cancellationToken);
        }
        else if (summary.Format == ExportFormat.Trl)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "agentscaler_trl.py"), TrlLoader.ReplaceLineEndings("\n"), cancellationToken);
        }
        else if (summary.Format == ExportFormat.Verl)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "agentscaler_verl.py"), VerlLoader.ReplaceLineEndings("\n"), cancellationToken);
        }
    }

    private static string DatasetInfo(ExportSummary summary) => Value.From(new ObjectValue(
        [.. summary.Files.Select(f => $"{f.Dataset}_{f.Side}")],
        [.. summary.Files.Select(f => Value.Object(
            ("file_name", f.Path),
            ("formatting", "sharegpt"),
            ("columns", Value.Object(("messages", "conversations"), ("system", "system"), ("tools", "tools")))))])).ToJson() + "\n";

    private static string Card(ExportSummary summary)
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
        Line($"{summary.Rows} conversations over {summary.Domains} domains and {summary.Tasks} tasks, in the format `{summary.Format.Word()}`: {summary.Messages} messages, {summary.ToolCalls} tool calls.");
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

        if (summary.Format == ExportFormat.Trl)
        {
            Line($"- Arguments and tools are JSON text, so that no loader makes one table of all of them; `agentscaler_trl.py` gives the data set with objects, as TRL takes it.");
        }

        if (summary.Format == ExportFormat.Verl)
        {
            Line($"- The column `tools` is JSON text; `agentscaler_verl.py` decodes it.");
        }

        return text.ToString();
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
