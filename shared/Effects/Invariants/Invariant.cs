using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What holds in every state.</summary>
public abstract record Invariant(string Table)
{
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>What is wrong with a state in which it does not hold.</summary>
    public abstract string Fault { get; }

    /// <summary>Whether it holds among the rows of its table.</summary>
    public bool Holds(DatabaseState state) => Holds(state.Rows(Table));

    protected abstract bool Holds(IReadOnlyList<ObjectValue> rows);
}

/// <summary>No two rows agree in a set of columns; a row with a null in it agrees with none.</summary>
public sealed record UniqueSet(string Table, IReadOnlyList<string> Columns) : Invariant(Table)
{
    public override string Fault => $"two rows of {Table} have the same {string.Join(" and ", Columns)}";

    protected override bool Holds(IReadOnlyList<ObjectValue> rows)
    {
        var seen = new HashSet<Value>();
        return rows.Select(r => Columns.Select(c => r[c]).ToList()).Where(v => v.TrueForAll(x => !x.IsNull)).All(v => seen.Add(Value.From(v)));
    }
}

/// <summary>A status is one of its life cycle.</summary>
public sealed record KnownStatus(string Table, string Column, IReadOnlyList<Value> Values) : Invariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} that is not of its life cycle";

    protected override bool Holds(IReadOnlyList<ObjectValue> rows) => rows.All(r => r[Column].IsNull || Values.Contains(r[Column]));
}
