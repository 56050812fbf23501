using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A place in a call's result where a column's value of a row stands.</summary>
/// <param name="Path">Members and indices that lead to the value.</param>
/// <param name="Via">The row of the object around it, where the value is that row's reference to <paramref name="Row"/>.</param>
/// <param name="ViaColumn">That row's referring column.</param>
internal sealed record Sighting(RowKey Row, string Column, Value Value, int Call, IReadOnlyList<Value> Path, RowKey? Via = null, string? ViaColumn = null);
