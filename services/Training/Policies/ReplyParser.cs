using System.Globalization;
using System.Text.Json;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Policies;

/// <summary>Reads a generated reply back into an assistant message.</summary>
public static class ReplyParser
{
    /// <param name="callsBefore">The number of tool calls in the conversation so far, from which ids continue.</param>
    public static ChatMessage Parse(string text, int callsBefore)
    {
        var ended = Before(text, SpecialTokens.TurnEnd);
        string? reasoning = null;
        var close = ended.IndexOf(SpecialTokens.ThinkEnd, StringComparison.Ordinal);
        if (close >= 0)
        {
            reasoning = ended[..close].Replace(SpecialTokens.ThinkStart, "", StringComparison.Ordinal).Trim('\n');
            ended = ended[(close + SpecialTokens.ThinkEnd.Length)..].TrimStart('\n');
        }

        var calls = new List<ChatToolCall>();
        var parts = ended.Split(SpecialTokens.ToolCallStart);
        var content = parts.Length > 1 && parts[0].EndsWith('\n') ? parts[0][..^1] : parts[0];
        foreach (var part in parts.Skip(1))
        {
            // Without the grammar a call may be cut off or malformed; it is left out.
            if (part.Contains(SpecialTokens.ToolCallEnd, StringComparison.Ordinal) && ReadCall(Before(part, SpecialTokens.ToolCallEnd)) is { } function)
            {
                calls.Add(new ChatToolCall("call_" + (callsBefore + calls.Count + 1).ToString(CultureInfo.InvariantCulture), function));
            }
        }

        return new ChatMessage("assistant", content.Length == 0 && calls.Count > 0 ? null : content)
        {
            ToolCalls = calls.Count > 0 ? calls : null,
            ReasoningContent = string.IsNullOrEmpty(reasoning) ? null : reasoning,
        };
    }

    private static ChatFunction? ReadCall(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String
                && document.RootElement.TryGetProperty("arguments", out var arguments)
                    ? new ChatFunction(name.GetString()!, arguments.GetRawText())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Before(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }
}
