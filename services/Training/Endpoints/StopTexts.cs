using System.Text.Json;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Endpoints;

/// <summary>OpenAI's <c>stop</c>: the assistant's reply ends before the first of these texts.</summary>
internal static class StopTexts
{
    private const int Most = 4;

    /// <exception cref="ChatRequestException">The value is neither a text nor a list of up to four texts.</exception>
    public static IReadOnlyList<string> Read(JsonElement? stop)
    {
        var texts = stop switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } many when many.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String) =>
                many.EnumerateArray().Select(t => t.GetString()!).ToList(),
            _ => throw Wrong(),
        };
        return texts.Count <= Most && texts.TrueForAll(t => t.Length > 0) ? texts : throw Wrong();
    }

    /// <summary>Cuts the reply before the first of the texts. Calls come after the text, so they are cut with it.</summary>
    public static PolicyReply Apply(PolicyReply reply, IReadOnlyList<string> texts)
    {
        if (reply.Message.Content is not { } content)
        {
            return reply;
        }
        var ends = texts.Select(text => content.IndexOf(text, StringComparison.Ordinal)).Where(at => at >= 0).ToList();
        return ends.Count == 0
            ? reply
            : reply with { Message = reply.Message with { Content = content[..ends.Min()], ToolCalls = null }, FinishReason = "stop" };
    }

    private static ChatRequestException Wrong() => new($"'stop' must be a text or a list of up to {Most} texts, none of them empty.", "stop");
}
