using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>A column in which a row differs from the golden one.</summary>
/// <param name="Equality">How the column was compared.</param>
/// <param name="Final">Its value in the final state; null where the row is missing there.</param>
/// <param name="Golden">Its value in the golden state; null where the row is missing there.</param>
public sealed record CellDifference(string Column, Equality Equality, Value? Final, Value? Golden);
