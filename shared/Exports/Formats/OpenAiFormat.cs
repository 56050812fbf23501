using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;

namespace AgentScaler.Exports.Formats;

/// <summary>Chat messages in the form of OpenAI's API, with arguments as JSON text and tools as objects.</summary>
public sealed class OpenAiFormat : LineFormat
{
    public override string Word => "openai";

    public override string Name => "open_ai";

    protected override Value Form(DatasetRow row) => Value.Object(
        ("messages", Value.From(row.Messages.Select(m => RowParts.Message(m, call => RowParts.Call(call, call.Function.Arguments))))),
        ("tools", Value.Parse(row.Tools)));

    public override string? Problem(Value row) => ChatRules.Problem(row, row["tools"], needsIds: true);
}
