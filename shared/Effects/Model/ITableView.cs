namespace AgentScaler.Effects;

/// <summary>What is needed of a table to find the column that a name speaks of, whether the table is still inferred or finished.</summary>
public interface ITableView<out TColumn>
    where TColumn : class, IColumnView
{
    string Singular { get; }

    IReadOnlyList<TColumn> Columns { get; }

    /// <summary>Names that stand beside another name of the same words.</summary>
    IReadOnlySet<string> Apart { get; }
}
