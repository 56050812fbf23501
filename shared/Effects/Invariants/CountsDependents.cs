using AgentScaler.Environments.States;

namespace AgentScaler.Effects;

/// <summary>A number of a row is the number of rows that refer to it.</summary>
public sealed record CountsDependents(string Table, string Column, Dependents Counted) : Invariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} that is not the number of its {Counted.Table}";

    public override IEnumerable<string> Tables => [Table, Counted.Table];

    public override bool Holds(DatabaseState state)
    {
        var counted = Counted.In(state);
        return state.Rows(Table).All(r => !r[Column].IsNumber || r[Column].AsNumber == counted[r[Counted.Key]].Count());
    }
}
