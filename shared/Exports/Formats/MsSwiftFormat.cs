using AgentScaler.Environments.Values;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Exports.Formats;

/// <summary>The messages of ms-swift. Each call and each result is a separate message, and only the assistant's texts and calls are trained.</summary>
public sealed class MsSwiftFormat : LineFormat
{
    public override string Word => "ms-swift";

    public override string Name => "ms_swift";

    public override IReadOnlyList<FormatLoss> Losses { get; } = [FormatLoss.Reasoning];

    protected override Value Form(DatasetRow row)
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

                messages.AddRange(calls.Select(call => Value.Object(("role", "tool_call"), ("content", RowParts.Named(call).ToJson()), ("loss", true))));
            }
        }

        return Value.Object(("messages", Value.From(messages)), ("tools", row.Tools));
    }

    public override string? Problem(Value row)
    {
        if (ChatRules.Tools(ChatRules.Parsed(row["tools"]), wrapped: true) is { } wrong)
        {
            return wrong;
        }

        var (calls, results) = (0, 0);
        var messages = row["messages"].AsArray;
        for (var i = 0; i < messages.Length; i++)
        {
            var role = messages[i]["role"].AsString;
            if (!messages[i]["content"].IsString)
            {
                return $"message {i} has no text";
            }

            switch (role)
            {
                case "tool_call" when results == 0
                    && Value.Parse(messages[i]["content"].AsString) is var call
                    && call["name"].IsString
                    && call["arguments"].IsObject:
                    calls++;
                    break;
                case "tool_response" when results < calls:
                    results++;
                    (calls, results) = results == calls ? (0, 0) : (calls, results);
                    break;
                case "system" when i == 0:
                case "user" or "assistant" when calls == 0:
                    break;
                default:
                    return $"message {i} ({role}) stands where it must not";
            }
        }

        return calls > 0 ? "the last calls have no results" : null;
    }
}
