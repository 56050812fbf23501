using System.Text.Json.Serialization;

namespace AgentScaler.Trajectories;

/// <summary>One message of a conversation, in OpenAI's chat form.</summary>
/// <param name="Role">system, user, assistant or tool.</param>
public sealed record ChatMessage(string Role, string? Content)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChatToolCall>? ToolCalls { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ToolCallId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReasoningContent { get; init; }

    /// <summary>
    /// The JSON text of an assistant message in its endpoint's form, for the next request to that endpoint. It is part of no document. Its calls have the ids
    /// of this message.
    /// </summary>
    [JsonIgnore]
    public string? Raw { get; init; }

    public static ChatMessage System(string content) => new("system", content);

    public static ChatMessage User(string content) => new("user", content);

    public static ChatMessage Assistant(string? content, IReadOnlyList<ChatToolCall>? calls = null) =>
        new("assistant", content) { ToolCalls = calls };

    public static ChatMessage Tool(string callId, string content) => new("tool", content) { ToolCallId = callId };
}
