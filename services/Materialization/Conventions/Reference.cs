namespace AgentScaler.Materialization.Conventions;

/// <summary>A row that a new row refers to by an argument.</summary>
/// <param name="Binding">The column of the new row and its parameter.</param>
/// <param name="Row">The row that it names.</param>
internal sealed record Reference(ColumnBinding Binding, RowAddress Row)
{
    public TableModel Table => Row.Table;
}
