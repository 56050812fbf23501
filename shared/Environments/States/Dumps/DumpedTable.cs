using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>A table of an adopted dump.</summary>
public sealed record DumpedTable(string Name, DumpForm Form, IReadOnlyList<ObjectValue> Rows);
