using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A table of an adopted dump.</summary>
/// <param name="Key">The column that tells the rows apart. Null if there is no row.</param>
public sealed record DumpedTable(string Name, DumpForm Form, IReadOnlyList<ObjectValue> Rows, string? Key);
