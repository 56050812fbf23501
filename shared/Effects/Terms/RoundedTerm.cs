using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A number rounded down or up to a whole one.</summary>
/// <param name="Up">Whether it is rounded up.</param>
public sealed record RoundedTerm(Term Number, bool Up) : Term
{
    public override IEnumerable<RowAddress> Rows => Number.Rows;

    public override IEnumerable<ToolParameter> Parameters => Number.Parameters;

    public override Value Of(Situation situation) => Number.Of(situation) is not { IsNumber: true } number ? Value.Null
        : Up ? Math.Ceiling(number.AsNumber) : Math.Floor(number.AsNumber);

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
