using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Two numbers of a row make up a third one: what is left and what is taken are all that there is.</summary>
public sealed record AddsUp(string Table, string Left, string Taken, string Whole) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Left} and a {Taken} that do not make up its {Whole}";

    public override bool Holds(ObjectValue row) =>
        Numbers.Sum(row[Left], row[Taken]) is var sum && (!sum.IsNumber || !row[Whole].IsNumber || sum == row[Whole]);
}
