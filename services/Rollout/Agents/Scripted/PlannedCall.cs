using AgentScaler.Environments.Values;

namespace AgentScaler.Rollout.Agents.Scripted;

/// <summary>One golden call without its values: the tool, where its arguments come from, what it is meant to give.</summary>
/// <param name="Expect">The error code that the call is meant to meet, or null.</param>
/// <param name="Wish">Index of the intent's part that the call serves.</param>
internal sealed record PlannedCall(
    string Tool,
    IReadOnlyList<PlannedArgument> Arguments,
    string? Expect,
    int Wish,
    bool Writes);

/// <summary>Where one argument comes from.</summary>
internal sealed record PlannedArgument(string Pointer, Value From);
