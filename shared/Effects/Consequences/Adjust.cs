namespace AgentScaler.Effects;

/// <summary>Adds an amount to a number of a row, or takes it away. Nothing follows where the row, its number or the amount is missing.</summary>
/// <param name="Sign">1 to add, -1 to take away.</param>
public sealed record Adjust(RowAddress Address, ColumnModel Column, Term Amount, int Sign) : CellConsequence(Address, Column)
{
    public override IEnumerable<RowAddress> Addresses => [Address, .. Amount.Rows];

    public override string Topic => $"adjust {Address.Subject} {Column.Name} {Sign}";

    protected override IEnumerable<Expectation> Expect(Situation about) =>
        about.Find(Address) is { } row && row[Column.Name].IsNumber && Numbers.Product(Amount.Of(about), Sign) is { IsNumber: true } by
            ? [new Shifts(Address.Table, row, Column, by.AsNumber)]
            : [];
}
