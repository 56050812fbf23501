using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Datasets;

/// <summary>Counts the tool messages that report an error.</summary>
public static class ToolErrors
{
    public static int In(IReadOnlyList<ChatMessage> messages) => messages.Count(m =>
        m.Role == "tool" && m.Content is { } content && content.StartsWith("{\"error\":{\"code\":", StringComparison.Ordinal)
        && Conversation.JsonOrNull(content) is { IsObject: true } value && value.AsObject.Count == 1);
}
