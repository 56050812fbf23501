namespace AgentScaler.Effects;

/// <summary>A parameter and the column that it reads or writes.</summary>
public sealed record ColumnBinding(ColumnModel Column, ToolParameter Parameter);
