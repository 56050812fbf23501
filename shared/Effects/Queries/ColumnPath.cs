using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column of a row, or of a row that it leads to: the name of the customer of an order.</summary>
/// <param name="Hops">The steps to the row that has the column; none for the row's own column.</param>
public sealed record ColumnPath(IReadOnlyList<Hop> Hops, ColumnModel Column)
{
    /// <summary>Names that lead into the object that the column holds; none for the column itself.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Whether the path is a column of the row itself.</summary>
    public bool IsOwn => Hops.Count == 0 && Members.Count == 0;

    public static ColumnPath Own(ColumnModel column) => new([], column);

    /// <summary>The value to which the path leads from a row; null where a step leads nowhere.</summary>
    public Value Of(Situation situation, ObjectValue row)
    {
        var at = row;
        foreach (var hop in Hops)
        {
            var named = at[hop.From.Name];
            if (named.IsNull || situation.Rows(hop.To.Table).FirstOrDefault(r => Matching.Same(r[hop.To.Name], named)) is not { } next)
            {
                return Value.Null;
            }

            at = next;
        }

        return Members.Aggregate(at[Column.Name], (value, name) => value.IsObject ? value[name] : Value.Null);
    }

    public bool Equals(ColumnPath? other) => other is not null && Column == other.Column && Hops.SequenceEqual(other.Hops)
        && Members.SequenceEqual(other.Members);

    public override int GetHashCode() => HashCode.Combine(Column, Hops.Count, Members.Count);
}
