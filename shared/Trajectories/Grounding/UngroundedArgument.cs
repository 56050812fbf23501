using AgentScaler.Environments.Values;

namespace AgentScaler.Trajectories.Grounding;

/// <summary>An argument without a traceable origin.</summary>
/// <param name="Message">Index of the assistant message.</param>
public sealed record UngroundedArgument(int Message, string Tool, string Pointer, Value Value);
