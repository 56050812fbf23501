namespace AgentScaler.Effects;

/// <summary>Sets a column of the child rows of an addressed row.</summary>
public sealed record AssignDependents(ChildRows Children, ColumnModel Column, Term Value) : RowConsequence
{
    public override IEnumerable<RowAddress> Addresses => [Children.Of, .. Value.Rows];

    /// <summary>Whether the column is emptied.</summary>
    public bool Empties => Value is ConstantTerm { Value.IsNull: true };

    public override string Topic => $"assign {Children.Of.Role} {Children.Table.Name} {Column.Name}";

    protected override IEnumerable<Expectation> Expect(Situation about) => Value.Of(about) is { IsNull: true } && !Empties ? []
        : (Children.In(about) ?? []).Select(r => Value is ClockTerm
            ? (Expectation)new TellsTheClock(Children.Table, r, Column)
            : new Becomes(Children.Table, r, Column, Value.Of(about)));
}
