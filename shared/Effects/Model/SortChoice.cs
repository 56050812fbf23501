namespace AgentScaler.Effects;

/// <summary>A value of a sort parameter and the order that it means.</summary>
public sealed record SortChoice(string Value, ColumnModel Column, bool Descending);
