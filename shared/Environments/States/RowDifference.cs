using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>A row of a final state that differs from its counterpart in the golden state.</summary>
/// <param name="Key">The row's primary key in the final state, as an object. Null if the row is missing there.</param>
/// <param name="GoldenKey">The counterpart's primary key in the golden state, as an object. Null if the row is missing there.</param>
public sealed record RowDifference(string Table, RowDifferenceKind Kind, Value? Key, Value? GoldenKey, IReadOnlyList<CellDifference> Cells);
