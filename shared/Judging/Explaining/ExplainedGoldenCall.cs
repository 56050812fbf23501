using AgentScaler.Environments.Values;

namespace AgentScaler.Judging.Explaining;

/// <summary>A golden call of the task.</summary>
/// <param name="Call">The index among the golden calls.</param>
/// <param name="Result">The tool message on the golden path.</param>
/// <param name="Same">Whether the assigned call has the same name and, with defaults filled in, the same arguments.</param>
public sealed record ExplainedGoldenCall(int Call, string Name, Value Arguments, string Result, bool Same);
