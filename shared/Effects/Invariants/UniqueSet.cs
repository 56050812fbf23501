using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>No two rows agree in a set of columns; a row with a null in it agrees with none.</summary>
public sealed record UniqueSet(string Table, IReadOnlyList<string> Columns) : Invariant(Table)
{
    public override string Fault => $"two rows of {Table} have the same {string.Join(" and ", Columns)}";

    public override bool Holds(DatabaseState state)
    {
        var seen = new HashSet<Value>();
        return state.Rows(Table).Select(r => Columns.Select(c => r[c]).ToList()).Where(v => v.TrueForAll(x => !x.IsNull)).All(v => seen.Add(Value.From(v)));
    }
}
