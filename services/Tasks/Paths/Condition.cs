using AgentScaler.Environments.Schema;

namespace AgentScaler.Tasks.Paths;

/// <summary>One statement of the user about a row: its column has the known value of this name.</summary>
internal sealed record Condition(string Label, string Name, ColumnSchema? Column);
