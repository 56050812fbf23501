using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Takes every item that equals a value from the list that a row holds. Nothing follows where the row or its list is missing.</summary>
public sealed record RemoveItem(RowAddress Address, ColumnModel Column, Term Item) : CellConsequence(Address, Column)
{
    public override IEnumerable<RowAddress> Addresses => [Address, .. Item.Rows];

    protected override IEnumerable<Expectation> Expect(Situation about) =>
        about.Find(Address) is { } row && row[Column.Name] is { IsArray: true } held && Item.Of(about) is { IsNull: false } item
            ? [new Becomes(Address.Table, row, Column, Value.From(held.AsArray.ToArray().Where(i => i != item)))]
            : [];
}
