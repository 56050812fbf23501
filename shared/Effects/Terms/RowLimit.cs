using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>How a column of a child row must stand to an argument: at the same time, or before the end of the period that is asked for.</summary>
public sealed record RowLimit(ColumnModel Column, Comparison Comparison, ToolParameter Parameter)
{
    /// <summary>Whether a row is within the limit; no row is where the call gives nothing to compare with.</summary>
    public bool Holds(ObjectValue row, Value given) => Comparison switch
    {
        Comparison.Equal => !given.IsNull && row[Column.Name] == given,
        Comparison.Less => Numbers.Order(row[Column.Name], given) < 0,
        Comparison.AtMost => Numbers.Order(row[Column.Name], given) <= 0,
        Comparison.Greater => Numbers.Order(row[Column.Name], given) > 0,
        _ => throw new InvalidOperationException($"{Comparison} is no limit of rows."),
    };
}
