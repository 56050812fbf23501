using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>Handles assistant messages in the form in which their endpoint sent them.</summary>
public static class RawMessage
{
    /// <summary>Returns the message with other ids for its calls, also in the raw text, because the results that follow name these ids.</summary>
    public static ChatMessage WithCalls(ChatMessage message, IReadOnlyList<ChatToolCall> calls)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(calls);
        if (message.Raw is not { } raw)
        {
            return message with { ToolCalls = calls };
        }

        using var document = JsonDocument.Parse(raw);
        var merged = MergedObject.Of(document.RootElement);
        foreach (var (given, call) in merged.Objects("tool_calls").Zip(calls))
        {
            given.Set("id", call.Id);
        }

        return message with { ToolCalls = calls, Raw = JsonText.Write(merged.Write) };
    }
}
