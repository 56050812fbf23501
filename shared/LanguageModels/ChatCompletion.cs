using AgentScaler.Trajectories;

namespace AgentScaler.LanguageModels;

/// <summary>An endpoint's answer.</summary>
/// <param name="FinishReason">stop, tool_calls, length, content_filter, or what the endpoint said.</param>
/// <param name="FromLedger">Whether it was recorded earlier: then it costs nothing.</param>
public sealed record ChatCompletion(ChatMessage Message, string FinishReason, TokenUsage Usage, bool FromLedger = false);
