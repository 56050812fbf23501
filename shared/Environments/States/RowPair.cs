using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>A row of the final state and its counterpart in the golden state; null where there is none.</summary>
internal readonly record struct RowPair(string Table, ObjectValue? Final, ObjectValue? Golden);
