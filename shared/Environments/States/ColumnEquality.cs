using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.States;

/// <summary>How one column is compared.</summary>
/// <param name="Domain">The set of keys to which the column's values belong, or -1 if they stand for themselves.</param>
internal readonly record struct ColumnEquality(string Name, Equality Equality, int Domain);
