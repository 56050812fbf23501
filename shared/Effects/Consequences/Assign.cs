namespace AgentScaler.Effects;

/// <summary>
/// Sets a column of a row. Nothing follows where the row is missing. Where the value is missing, the column is left as it is, unless it is
/// set to null.
/// </summary>
public sealed record Assign(RowAddress Address, ColumnModel Column, Term Value) : CellConsequence(Address, Column)
{
    public override IEnumerable<RowAddress> Addresses => [Address, .. Value.Rows];

    /// <summary>Whether the column is emptied.</summary>
    public bool Empties => Value is ConstantTerm { Value.IsNull: true };

    public override string Topic => $"assign {Address.Role} {Column.Name}";

    protected override IEnumerable<Expectation> Expect(Situation about) =>
        about.Find(Address) is { } row && Value.Of(about) is var value && (Empties || !value.IsNull)
            ? [Value is ClockTerm ? new TellsTheClock(Address.Table, row, Column) : new Becomes(Address.Table, row, Column, value)]
            : [];
}
