namespace AgentScaler.Effects;

/// <summary>A column of a new row and what fills it.</summary>
public sealed record Filling(ColumnModel Column, Term Value);
