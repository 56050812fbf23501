using AgentScaler.Environments.Sessions;
using AgentScaler.Environments.Values;

namespace AgentScaler.Judging;

/// <summary>One replayed tool call of a conversation.</summary>
/// <param name="Arguments">Null if the text is not a JSON object; the call is then not made.</param>
/// <param name="Filled">For a successful call, the arguments with their defaults.</param>
/// <param name="Result">Null if the call was not made, because of malformed arguments or an injected fault.</param>
/// <param name="Answer">The content of the conversation's tool message; null if there is none.</param>
internal sealed record ReplayedCall(string Name, Value? Arguments, Value? Filled, ToolResult? Result, string? Answer);
