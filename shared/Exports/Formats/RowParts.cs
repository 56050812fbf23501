using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Exports.Formats;

/// <summary>Writes the parts of a row that several line formats share.</summary>
internal static class RowParts
{
    public static Value Message(ChatMessage message, Func<ChatToolCall, Value> call)
    {
        var value = new ObjectValue(["role", "content"], [message.Role, message.Content]);
        if (message.ReasoningContent is { } reasoning)
        {
            value = value.With("reasoning_content", reasoning);
        }

        if (message.ToolCalls is { Count: > 0 } calls)
        {
            value = value.With("tool_calls", Value.From(calls.Select(call)));
        }

        return Value.From(message.ToolCallId is { } id ? value.With("tool_call_id", id) : value);
    }

    public static Value Call(ChatToolCall call, Value arguments) => Value.Object(
        ("id", call.Id),
        ("type", "function"),
        ("function", Value.Object(("name", call.Function.Name), ("arguments", arguments))));

    public static Value Arguments(ChatToolCall call) =>
        CallArguments.Parse(call.Function.Arguments);

    public static Value Named(ChatToolCall call) => Value.Object(("name", call.Function.Name), ("arguments", Arguments(call)));

    /// <summary>Returns the results that follow a message with this number of calls, by call id.</summary>
    public static Dictionary<string, string> Results(DatasetRow row, int index, int calls) => row.Messages
        .Skip(index + 1).Take(calls).ToDictionary(m => m.ToolCallId!, m => m.Content ?? "", StringComparer.Ordinal);
}
