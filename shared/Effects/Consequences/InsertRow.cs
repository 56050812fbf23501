using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Makes a row in another table: an entry of a history, a payment, a message.</summary>
/// <param name="Columns">The columns that are filled; the others hold what a new row of the table is born with.</param>
public sealed record InsertRow(TableModel Table, IReadOnlyList<Filling> Columns) : RowConsequence
{
    public override IEnumerable<RowAddress> Addresses => Columns.SelectMany(c => c.Value.Rows);

    public override TableModel Makes => Table;

    public override string Topic => string.Join(' ', ["insert", Table.Name, .. Columns.Select(c => c.Value).OfType<CellTerm>()
        .Where(c => !c.Address.IsMain && c.Column == c.Address.Table.Key).Select(c => c.Address.Role).Distinct().Order(StringComparer.Ordinal)]);

    protected override IEnumerable<Expectation> Expect(Situation about)
    {
        var known = Columns.Where(c => c.Value is not ClockTerm).Select(c => KeyValuePair.Create(c.Column.Name, c.Value.Of(about)))
            .Concat(Table.Columns.Where(c => c.Born is FixedValue && Columns.All(f => f.Column != c))
                .Select(c => KeyValuePair.Create(c.Name, ((FixedValue)c.Born).Value)));
        return [new Made(Table, new ObjectValue([.. known.Select(k => k.Key)], [.. known.Select(k => k.Value)]))];
    }
}
