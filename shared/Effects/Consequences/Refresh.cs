using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Brings a column that tells about other rows in line with them, after all that the call itself changes.</summary>
public sealed record Refresh(TableModel Table, ColumnModel Column, Derivation Derivation) : Consequence
{
    /// <summary>The column of the row that the effect is about which names the only row that may need it. Null if several may.</summary>
    public ColumnModel? Through { get; init; }

    /// <summary>Whether the rows that the effect makes have the column.</summary>
    public bool MakesOwn { get; init; }

    /// <summary>Whether the times that decide are days.</summary>
    public bool ByDay { get; init; }

    public override string Topic => $"refresh {Table.Name} {Column.Name}";

    /// <summary>Nothing is expected where the state after the call is not known.</summary>
    public override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows)
    {
        if (before.After is not { } after)
        {
            yield break;
        }

        var due = Derivation.In(after, before.Clock).DistinctBy(d => d.Row[Table.Key.Name]).ToDictionary(d => d.Row[Table.Key.Name], d => d.Value);
        foreach (var row in MakesOwn ? before.Rows(Table.Name).Concat(rows) : before.Rows(Table.Name))
        {
            if (due.TryGetValue(row[Table.Key.Name], out var value) && (Column.Nullable || !value.IsNull))
            {
                yield return new Becomes(Table, row, Column, value.IsNull ? value : Column.Stored(value) ?? value);
            }
        }
    }
}
