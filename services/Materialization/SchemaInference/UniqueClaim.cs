namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Columns in which no two rows are said to agree, and whether it is believed.</summary>
internal sealed record UniqueClaim(IReadOnlyList<string> Columns, Decided<bool> Holds);
