using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Exports.Formats;

/// <summary>A part of a conversation that some formats cannot hold.</summary>
/// <param name="Part">Name of the part, for example <c>reasoning</c>.</param>
/// <param name="Instead">The formats that keep it, in words.</param>
/// <param name="IsIn">Whether a message has the part.</param>
public sealed record FormatLoss(string Part, string Instead, Func<ChatMessage, bool> IsIn)
{
    /// <summary>The text of an assistant's message that also calls a tool.</summary>
    public static FormatLoss WordsBesideCalls { get; } = new(
        "words beside a tool call",
        "ms-swift, trl, openai, parquet and verl keep them",
        message => message.ToolCalls is { Count: > 0 } && !Conversation.IsBlank(message.Content));

    /// <summary>An assistant's reasoning before its text.</summary>
    public static FormatLoss Reasoning { get; } = new(
        "reasoning", "trl, openai and parquet keep it", message => !Conversation.IsBlank(message.ReasoningContent));
}
