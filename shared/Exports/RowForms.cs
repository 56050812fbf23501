using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Exports;

/// <summary>One dataset row in the form of each line-based format.</summary>
public static class RowForms
{
    public static Value Of(ExportFormat format, DatasetRow row) => format switch
    {
        ExportFormat.OpenAi => OpenAi(row),
        ExportFormat.Trl => Trl(row),
        ExportFormat.MsSwift => MsSwift(row),
        ExportFormat.ShareGpt or ExportFormat.LlamaFactory => ShareGpt(row),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "This format has no lines."),
    };

    /// <summary>Chat messages as the API takes them: arguments as JSON text, tools as objects.</summary>
    private static Value OpenAi(DatasetRow row) => Value.Object(
        ("messages", Value.From(row.Messages.Select(m => Message(m, call => Call(call, call.Function.Arguments))))),
        ("tools", Value.Parse(row.Tools)));

    /// <summary>
    /// Arguments and tools as JSON text: columnar loaders unify objects over all rows, which gives every call the arguments of
    /// every other one, as null, and fails where two tools' arguments of one name differ in type. The export brings the loader
    /// that makes them the objects which TRL documents. Results carry their tool's name and no id, so that they stand in the
    /// order of the calls.
    /// </summary>
    private static Value Trl(DatasetRow row)
    {
        var messages = new List<Value>();
        for (var i = 0; i < row.Messages.Count; i++)
        {
            var calls = row.Messages[i].ToolCalls ?? [];
            messages.Add(Message(row.Messages[i], call => Call(call, Arguments(call).ToJson())));
            var results = Results(row, i, calls.Count);
            messages.AddRange(calls.Select(call =>
                Value.Object(("role", "tool"), ("name", call.Function.Name), ("content", results[call.Id]))));
            i += calls.Count;
        }

        return Value.Object(("messages", Value.From(messages)), ("tools", row.Tools));
    }

    /// <summary>Each call and each result is a message of its own; only what the assistant says and calls is trained.</summary>
    private static Value MsSwift(DatasetRow row)
    {
        var messages = new List<Value>();
        foreach (var message in row.Messages)
        {
            var calls = message.ToolCalls ?? [];
            if (message.Role == "tool")
            {
                messages.Add(Value.Object(("role", "tool_response"), ("content", message.Content)));
            }
            else if (message.Role != "assistant")
            {
                messages.Add(Value.Object(("role", message.Role), ("content", message.Content)));
            }
            else
            {
                if (calls.Count == 0 || !Conversation.IsBlank(message.Content))
                {
                    messages.Add(Value.Object(("role", "assistant"), ("content", message.Content ?? ""), ("loss", true)));
                }

                messages.AddRange(calls.Select(call => Value.Object(("role", "tool_call"), ("content", Named(call).ToJson()), ("loss", true))));
            }
        }

        return Value.Object(("messages", Value.From(messages)), ("tools", row.Tools));
    }

    /// <summary>
    /// Turns in strict alternation: parallel calls are one array, their results another. What an assistant says beside a
    /// call has no place in this form and is left out; the dataset card counts it.
    /// </summary>
    private static Value ShareGpt(DatasetRow row)
    {
        var turns = new List<Value>();
        var system = "";
        for (var i = 0; i < row.Messages.Count; i++)
        {
            var message = row.Messages[i];
            if (message.Role is "system" or "developer")
            {
                system = message.Content ?? "";
            }
            else if (message.Role == "user")
            {
                turns.Add(Turn("human", message.Content ?? ""));
            }
            else if (message.ToolCalls is { Count: > 0 } calls)
            {
                var results = Results(row, i, calls.Count);
                i += calls.Count;
                turns.Add(Turn("function_call", calls.Count == 1 ? Named(calls[0]).ToJson() : Value.From(calls.Select(Named)).ToJson()));
                turns.Add(Turn("observation", calls.Count == 1
                    ? results[calls[0].Id]
                    : Value.From(calls.Select(c => Value.Parse(results[c.Id]))).ToJson()));
            }
            else
            {
                turns.Add(Turn("gpt", message.Content ?? ""));
            }
        }

        return Value.Object(("conversations", Value.From(turns)), ("system", system), ("tools", Functions(row.Tools).ToJson()));
    }

    /// <summary>The results that stand behind a message with so many calls, by call id.</summary>
    private static Dictionary<string, string> Results(DatasetRow row, int index, int calls) => row.Messages
        .Skip(index + 1).Take(calls).ToDictionary(m => m.ToolCallId!, m => m.Content ?? "", StringComparer.Ordinal);

    /// <summary>The functions inside OpenAI's tools, which this form lists bare.</summary>
    private static Value Functions(string tools) =>
        Value.From(Value.Parse(tools).AsArray.ToArray().Select(t => t["function"]));

    private static Value Message(ChatMessage message, Func<ChatToolCall, Value> call)
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

    private static Value Call(ChatToolCall call, Value arguments) => Value.Object(
        ("id", call.Id),
        ("type", "function"),
        ("function", Value.Object(("name", call.Function.Name), ("arguments", arguments))));

    private static Value Arguments(ChatToolCall call) =>
        CallArguments.Parse(call.Function.Arguments);

    private static Value Named(ChatToolCall call) => Value.Object(("name", call.Function.Name), ("arguments", Arguments(call)));

    private static Value Turn(string from, string value) => Value.Object(("from", from), ("value", value));
}
