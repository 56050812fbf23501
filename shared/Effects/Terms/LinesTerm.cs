using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A text, and another one on a line of its own below it.</summary>
public sealed record LinesTerm(Term Above, Term Below) : Term
{
    public override IEnumerable<RowAddress> Rows => Above.Rows.Concat(Below.Rows);

    public override IEnumerable<ToolParameter> Parameters => Above.Parameters.Concat(Below.Parameters);

    public override Value Of(Situation situation) => Below.Of(situation) is not { IsString: true } below ? Value.Null
        : Above.Of(situation) is { IsString: true, AsString: { Length: > 0 } above } ? $"{above}{(above[^1] == '\n' ? "" : "\n")}{below.AsString}" : below;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
