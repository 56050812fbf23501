namespace AgentScaler.Effects;

/// <summary>A parameter that searches for a text, and the columns it looks in.</summary>
public sealed record TextSearch(ToolParameter Parameter, IReadOnlyList<ColumnModel> Columns);
