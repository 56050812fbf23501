using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Judging;

/// <summary>One tool call of a conversation, made again.</summary>
/// <param name="Arguments">Null where the text is no JSON object: the call is then not made.</param>
/// <param name="Filled">The arguments with their defaults, of a successful call.</param>
/// <param name="Result">Null where the call was not made: malformed arguments, or an injected fault.</param>
/// <param name="Answer">What the conversation's tool message says; null where there is none.</param>
internal sealed record ReplayedCall(string Name, Value? Arguments, Value? Filled, ToolResult? Result, string? Answer);
