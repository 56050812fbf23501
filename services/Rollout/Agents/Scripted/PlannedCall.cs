using AgentScaler.Environments.Values;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>One golden call without its values: the tool, the sources of its arguments, and its expected outcome.</summary>
/// <param name="Expect">The error code with which the call must fail, or null.</param>
/// <param name="Wish">Index of the intent's part that the call serves.</param>
internal sealed record PlannedCall(
    string Tool,
    IReadOnlyList<PlannedArgument> Arguments,
    string? Expect,
    int Wish,
    bool Writes);

/// <summary>The source of one argument.</summary>
internal sealed record PlannedArgument(string Pointer, Value From);
