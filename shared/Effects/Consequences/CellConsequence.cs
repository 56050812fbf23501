namespace AgentScaler.Effects;

/// <summary>A consequence that changes one column of one row.</summary>
/// <param name="Address">The row.</param>
/// <param name="Column">The column.</param>
public abstract record CellConsequence(RowAddress Address, ColumnModel Column) : RowConsequence;
