using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The number after the highest key of several tables that share their numbers; 1 where none has a row.</summary>
public sealed record SharedNumberTerm(IReadOnlyList<TableModel> Tables) : Term
{
    public override Value Of(Situation situation) =>
        Tables.SelectMany(t => situation.Rows(t.Name).Select(r => r[t.Key.Name])).Where(v => v.IsNumber).Select(v => v.AsNumber).DefaultIfEmpty(0).Max() + 1;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
