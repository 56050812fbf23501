using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>A column in which a row differs from the golden row.</summary>
/// <param name="Equality">The way in which the column was compared.</param>
/// <param name="Final">The value in the final state. Null if the row is missing there.</param>
/// <param name="Golden">The value in the golden state. Null if the row is missing there.</param>
public sealed record CellDifference(string Column, Equality Equality, Value? Final, Value? Golden);
