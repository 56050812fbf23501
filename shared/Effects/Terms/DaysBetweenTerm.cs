using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>How many calendar days lie between two times; negative where the first is the later one.</summary>
public sealed record DaysBetweenTerm(Term From, Term To) : Term
{
    public override IEnumerable<RowAddress> Rows => From.Rows.Concat(To.Rows);

    public override IEnumerable<ToolParameter> Parameters => From.Parameters.Concat(To.Parameters);

    public override Value Of(Situation situation) => Times.DaysBetween(From.Of(situation), To.Of(situation));

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
