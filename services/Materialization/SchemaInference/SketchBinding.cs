namespace AgentScaler.Materialization.SchemaInference;

/// <summary>A parameter and the column that it reads or writes.</summary>
internal sealed record SketchBinding(ColumnPlan Column, ToolParameter Parameter);
