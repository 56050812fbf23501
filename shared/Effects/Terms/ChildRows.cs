using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The rows of a table that refer to an addressed row.</summary>
/// <param name="Refers">The column of the child that refers to the row.</param>
/// <param name="Of">The row that they refer to.</param>
public sealed record ChildRows(TableModel Table, ColumnModel Refers, RowAddress Of)
{
    /// <summary>The column that tells which of them are meant; null where all are.</summary>
    public ColumnModel? Column { get; init; }

    /// <summary>The values that the column may have.</summary>
    public IReadOnlyList<Value> Among { get; init; } = [];

    /// <summary>How the rows stand to arguments of the call.</summary>
    public IReadOnlyList<RowLimit> Limits { get; init; } = [];

    /// <summary>The parameters that the rows depend on.</summary>
    public IEnumerable<ToolParameter> Parameters => Of.Parameters.Concat(Limits.Select(l => l.Parameter));

    /// <summary>The rows in a situation; null where the row that they refer to is missing.</summary>
    public IReadOnlyList<ObjectValue>? In(Situation situation)
    {
        var key = situation.Find(Of) is { } parent ? parent[Refers.References?.Column ?? Of.Table.Key.Name] : Value.Null;
        return key.IsNull ? null
            : [.. situation.Rows(Table.Name).Where(r => r[Refers.Name] == key && (Column is null || Among.Contains(r[Column.Name]))
                && Limits.All(l => l.Holds(r, situation.Given(l.Parameter))))];
    }
}
