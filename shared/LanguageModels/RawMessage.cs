using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>Assistant messages as their endpoint gave them.</summary>
public static class RawMessage
{
    /// <summary>The message with its calls under other ids, in the raw text as well: the results that follow name these.</summary>
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
