using AgentScaler.Environments.Schema;

namespace AgentScaler.Tasks.Paths;

/// <summary>One thing that the user says of a row: its column has the known value of this name.</summary>
internal sealed record Condition(string Label, string Name, ColumnSchema? Column);
