using AgentScaler.Environments.Values;

namespace AgentScaler.Exports.Formats;

/// <summary>The files of LLaMA-Factory: ShareGPT rows in one array, one row per line, and the description through which the loader finds them.</summary>
public sealed class LlamaFactoryFormat : ShareGptFormat
{
    public override string Word => "llama-factory";

    public override string Name => "llama_factory";

    public override string Extension => ".json";

    protected override (string Opening, string Between, string Behind, string Closing) Frame => ("[\n", ",\n", "", "\n]\n");

    public override IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [("dataset_info.json", DatasetInfo(summary))];

    private static string DatasetInfo(ExportSummary summary) => Value.From(new ObjectValue(
        [.. summary.Files.Select(f => $"{f.Dataset}_{f.Side}")],
        [.. summary.Files.Select(f => Value.Object(
            ("file_name", f.Path),
            ("formatting", "sharegpt"),
            ("columns", Value.Object(("messages", "conversations"), ("system", "system"), ("tools", "tools")))))])).ToJson() + "\n";
}
