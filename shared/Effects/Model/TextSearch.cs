namespace AgentScaler.Effects;

/// <summary>A parameter that searches for a text, and the columns it looks in.</summary>
public sealed record TextSearch(ToolParameter Parameter, IReadOnlyList<ColumnModel> Columns)
{
    /// <summary>Members of columns that hold objects, in which it looks too: the name of an owner.</summary>
    public IReadOnlyList<ColumnPath> Inside { get; init; } = [];
}
