using AgentScaler.LanguageModels;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout;

/// <summary>One turn of an agent.</summary>
/// <param name="Message">An assistant message: content, tool calls, or both.</param>
/// <param name="GivesUp">Whether the agent ends the episode here without fulfilling the request.</param>
public sealed record AgentTurn(ChatMessage Message, TokenUsage Usage = default, bool GivesUp = false)
{
    /// <summary>OpenAI's finish reason: stop, tool_calls or length.</summary>
    public string FinishReason { get; init; } = "stop";
}
