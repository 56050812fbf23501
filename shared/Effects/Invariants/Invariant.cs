using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What holds in every state.</summary>
public abstract record Invariant(string Table)
{
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>Whether it holds among the rows of its table.</summary>
    public bool Holds(DatabaseState state) => Holds(state.Rows(Table));

    protected abstract bool Holds(IReadOnlyList<ObjectValue> rows);
}

/// <summary>No two rows agree in a set of columns; a row with a null in it agrees with none.</summary>
public sealed record UniqueSet(string Table, IReadOnlyList<string> Columns) : Invariant(Table)
{
    protected override bool Holds(IReadOnlyList<ObjectValue> rows)
    {
        var seen = new HashSet<Value>();
        return rows.Select(r => Columns.Select(c => r[c]).ToList()).Where(v => v.TrueForAll(x => !x.IsNull)).All(v => seen.Add(Value.From(v)));
    }
}

/// <summary>A status is one of its life cycle.</summary>
public sealed record KnownStatus(string Table, string Column, IReadOnlyList<Value> Values) : Invariant(Table)
{
    protected override bool Holds(IReadOnlyList<ObjectValue> rows) => rows.All(r => r[Column].IsNull || Values.Contains(r[Column]));
}

/// <summary>One date or number of a row is not after another.</summary>
public sealed record InOrder(string Table, string Early, string Late) : Invariant(Table)
{
    protected override bool Holds(IReadOnlyList<ObjectValue> rows) => rows.All(r => Holds(r[Early], r[Late]));

    private static bool Holds(Value early, Value late) =>
        early.IsString && late.IsString ? string.CompareOrdinal(early.AsString, late.AsString) <= 0 : !early.IsNumber || !late.IsNumber || early.AsNumber <= late.AsNumber;
}
