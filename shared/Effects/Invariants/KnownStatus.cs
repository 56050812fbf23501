using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A status is one of its life cycle.</summary>
public sealed record KnownStatus(string Table, string Column, IReadOnlyList<Value> Values) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} that is not of its life cycle";

    public override bool Holds(ObjectValue row) => row[Column].IsNull || Values.Contains(row[Column]);
}
