using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A column is filled only in rows that have come far enough: no order that is pending tells when it was shipped.</summary>
/// <param name="Among">The statuses in which it may be filled.</param>
/// <param name="Always">Whether it is filled in all of them.</param>
public sealed record SetInStatus(string Table, string Column, string Status, IReadOnlyList<Value> Among, bool Always) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Column} that does not agree with its {Status}";

    public override bool Holds(ObjectValue row) => Among.Contains(row[Status]) ? !Always || !row[Column].IsNull : row[Column].IsNull;
}
