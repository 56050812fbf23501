using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>An endpoint's answer.</summary>
/// <param name="FinishReason">stop, tool_calls, length, content_filter, or another reason that the endpoint gave.</param>
/// <param name="FromLedger">Whether it was recorded earlier. Such an answer costs nothing.</param>
public sealed record ChatCompletion(ChatMessage Message, string FinishReason, TokenUsage Usage, bool FromLedger = false);
