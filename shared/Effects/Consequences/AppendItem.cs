using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Adds an item at the end of the list that a row holds. Nothing follows where the row or the item is missing.</summary>
public sealed record AppendItem(RowAddress Address, ColumnModel Column, Term Item) : CellConsequence(Address, Column)
{
    public override IEnumerable<RowAddress> Addresses => [Address, .. Item.Rows];

    protected override IEnumerable<Expectation> Expect(Situation about)
    {
        if (about.Find(Address) is not { } row || Item.Of(about) is not { IsNull: false } item)
        {
            return [];
        }

        var held = row[Column.Name];
        return [new Becomes(Address.Table, row, Column, Value.From([.. held.IsArray ? held.AsArray.ToArray() : [], item]))];
    }
}
