using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>A place in a call's result that contains the value of a row's column.</summary>
/// <param name="Path">Members and indices that lead to the value.</param>
/// <param name="Via">The row of the enclosing object, if the value is that row's reference to <paramref name="Row"/>.</param>
/// <param name="ViaColumn">That row's referring column.</param>
internal sealed record Sighting(RowKey Row, string Column, Value Value, int Call, IReadOnlyList<Value> Path, RowKey? Via = null, string? ViaColumn = null);
