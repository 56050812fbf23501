namespace AgentScaler.Effects;

/// <summary>A step from a row to another one: the row whose column holds what this row's column holds.</summary>
/// <param name="ByKey">Whether the column that is met is the key of its table.</param>
public sealed record Hop(ColumnModel From, ColumnModel To, bool ByKey);
