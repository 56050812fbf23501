namespace AgentScaler.Trajectories.Policies;

/// <summary>The answer of a policy.</summary>
/// <param name="FinishReason">OpenAI's words: stop, tool_calls or length.</param>
public sealed record PolicyReply(ChatMessage Message, string FinishReason, int PromptTokens, int CompletionTokens);
