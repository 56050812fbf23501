namespace AgentScaler.Effects;

/// <summary>Who says what is held to be true of a table.</summary>
/// <param name="Key">Who says which column is the key.</param>
/// <param name="Columns">The columns by name.</param>
/// <param name="Unique">The column sets in which no two rows agree, joined by a plus sign, and who says so.</param>
public sealed record TableSources(Source Key, IReadOnlyDictionary<string, ColumnSources> Columns, IReadOnlyDictionary<string, Source> Unique);
