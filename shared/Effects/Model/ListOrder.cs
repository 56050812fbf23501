namespace AgentScaler.Effects;

/// <summary>The order in which the documentation says that a list stands.</summary>
public sealed record ListOrder(ColumnModel Column, bool Descending);
