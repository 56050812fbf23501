using System.Text.Json;
using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>verl's table of conversations. Its columns hold messages as structures and tools as JSON text.</summary>
public sealed class VerlFormat : ColumnFormat<VerlRow>
{
    /// <summary>verl passes the tools column to the chat template unchanged. This class decodes the JSON text first.</summary>
    private const string Loader = """
        # Use with: data.custom_cls.path=agentscaler_verl.py data.custom_cls.name=JsonToolsDataset
        import json

        from verl.utils.dataset.multiturn_sft_dataset import MultiTurnSFTDataset


        class JsonToolsDataset(MultiTurnSFTDataset):
            def _read_files_and_process(self):
                super()._read_files_and_process()
                self.tools = [json.loads(tools) for tools in self.tools]

        """;

    public override string Word => "verl";

    public override string Name => "verl";

    public override IReadOnlyList<FormatLoss> Losses { get; } = [FormatLoss.Reasoning];

    public override IReadOnlyList<string> Notes { get; } = ["The column `tools` is JSON text; `agentscaler_verl.py` decodes it."];

    public override IEnumerable<(string Name, string Text)> Companions(ExportSummary summary) => [("agentscaler_verl.py", Loader.ReplaceLineEndings("\n"))];

    protected override VerlRow Form(DatasetRow row) => new()
    {
        messages = [.. row.Messages.Select(m => new VerlMessage
        {
            role = m.Role,
            content = m.Content ?? "",
            tool_call_id = m.ToolCallId,
            tool_calls = m.ToolCalls is { Count: > 0 } calls
                ? [.. calls.Select(c => new VerlCall { id = c.Id, function = new VerlFunction { name = c.Function.Name, arguments = c.Function.Arguments } })]
                : null,
        })],
        tools = row.Tools,
        task = row.Task,
        domain = row.Domain,
        trajectory = row.Trajectory,
    };

    protected override Value Read(VerlRow row) => Value.Parse(JsonSerializer.Serialize(row));
}
