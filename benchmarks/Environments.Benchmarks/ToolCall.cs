namespace AgentScaler.Environments.Benchmarks;

/// <summary>One call as an agent makes it: a tool and its arguments as JSON bytes.</summary>
internal readonly record struct ToolCall(string Tool, byte[] Arguments);
