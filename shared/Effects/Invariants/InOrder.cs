using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>One column of a row is never above another one: what is left is not more than all, and nothing ends before it starts.</summary>
public sealed record InOrder(string Table, string Lower, string Upper) : RowInvariant(Table)
{
    public override string Fault => $"a row of {Table} has a {Lower} above its {Upper}";

    public override bool Holds(ObjectValue row) => Numbers.Order(row[Lower], row[Upper]) is null or <= 0;
}
