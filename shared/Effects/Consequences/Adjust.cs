using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Adds an amount to a number of a row that the call names, or takes it away.</summary>
/// <param name="Sign">1 to add, -1 to take away.</param>
public sealed record Adjust(RowAddress Address, ColumnModel Column, ToolParameter Amount, int Sign) : Consequence
{
    public override IEnumerable<Expectation> Expect(Situation before, IReadOnlyList<ObjectValue> rows) =>
        before.Find(Address) is { } row && row[Column.Name].IsNumber && before.Given(Amount).IsNumber
            ? [new Becomes(Address.Table, row, Column, row[Column.Name].AsNumber + (Sign * before.Given(Amount).AsNumber))]
            : [];
}
