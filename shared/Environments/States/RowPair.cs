using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>A row of the final state and its counterpart in the golden state. Either is null if it does not exist.</summary>
internal readonly record struct RowPair(string Table, ObjectValue? Final, ObjectValue? Golden);
