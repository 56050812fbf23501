using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>How many characters a text has; null where there is none.</summary>
public sealed record TextLengthTerm(Term Text) : Term
{
    public override IEnumerable<RowAddress> Rows => Text.Rows;

    public override IEnumerable<ToolParameter> Parameters => Text.Parameters;

    public override Value Of(Situation situation) =>
        Text.Of(situation) is { IsString: true } text ? text.AsString.EnumerateRunes().Count() : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
