using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A time that lies some units of the calendar after another one: as many as a number says, times a fixed number.</summary>
/// <param name="Count">How many; a whole number, or nothing follows.</param>
/// <param name="Each">How many units each of them has: an hour has 60 minutes, a week 7 days.</param>
public sealed record ShiftedTerm(Term Time, Term Count, TimeUnit Unit, int Each) : Term
{
    public override IEnumerable<RowAddress> Rows => Time.Rows.Concat(Count.Rows);

    public override IEnumerable<ToolParameter> Parameters => Time.Parameters.Concat(Count.Parameters);

    public override Value Of(Situation situation) => Count.Of(situation) is { IsInteger: true } count
        ? Times.Shifted(Time.Of(situation), (long)count.AsNumber * Each, Unit)
        : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
