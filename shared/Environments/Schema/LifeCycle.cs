namespace AgentScaler.Environments.Schema;

/// <summary>The states of a status column and the transitions that its tools perform.</summary>
/// <param name="Initial">The state of a new row.</param>
/// <param name="Transitions">Which states a state may lead to; a state with no entry is final.</param>
public sealed record LifeCycle(string Initial, IReadOnlyDictionary<string, IReadOnlyList<string>> Transitions);
