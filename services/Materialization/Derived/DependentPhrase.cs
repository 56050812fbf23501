namespace AgentScaler.Materialization.Derived;

/// <summary>The rows that a phrase names.</summary>
/// <param name="Table">Their table.</param>
internal sealed record DependentPhrase(TableModel Table, Dependents Rows)
{
    /// <summary>The column that tells their time, where only those on one side of the clock are meant.</summary>
    public ColumnModel? Time { get; init; }

    public TimeSide Side { get; init; }

    /// <summary>Whether the phrase says that all rows are meant that there ever were.</summary>
    public bool Ever { get; init; }

    /// <summary>Whether the phrase means some of the rows and not all.</summary>
    public bool IsLimited => Rows.Column is not null || Time is not null;
}
