using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A number of a row is the sum of a number of the rows that refer to it: a total is the sum of its lines.</summary>
/// <param name="Amount">The number of each of them.</param>
/// <param name="Times">The number that it is multiplied by, or null.</param>
public sealed record SumsDependents(string Table, string Column, Dependents Summed, string Amount, string? Times) : Invariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} that is not the sum of its {Summed.Table}";

    public override IEnumerable<string> Tables => [Table, Summed.Table];

    public override bool Holds(DatabaseState state)
    {
        var summed = Summed.In(state);
        return state.Rows(Table).All(r => !r[Column].IsNumber || r[Column] == Sum(summed[r[Summed.Key]]));
    }

    /// <summary>The sum over some rows; a row without the number counts as nought.</summary>
    public Value Sum(IEnumerable<ObjectValue> rows) =>
        rows.Select(r => Times is null ? r[Amount] : Numbers.Product(r[Amount], r[Times])).Where(v => v.IsNumber).Aggregate(Value.From(0), Numbers.Sum);
}
