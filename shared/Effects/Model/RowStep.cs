namespace AgentScaler.Effects;

/// <summary>The way from one row to the row that it refers to.</summary>
public sealed record RowStep(RowAddress From, ColumnModel Column);
