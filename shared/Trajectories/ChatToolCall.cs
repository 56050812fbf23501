namespace AgentScaler.Trajectories;

/// <summary>One tool call of an assistant message, in OpenAI's form.</summary>
public sealed record ChatToolCall(string Id, ChatFunction Function)
{
    public string Type { get; init; } = "function";
}
