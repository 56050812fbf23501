using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>One of several values by how a value stands to bounds; the first bound that holds decides. Null where the value is missing.</summary>
/// <param name="Subject">The value that decides.</param>
/// <param name="Cases">The bounds, with the values that they lead to.</param>
/// <param name="Otherwise">The value where no bound holds.</param>
public sealed record CaseTerm(Term Subject, IReadOnlyList<TermCase> Cases, Term Otherwise) : Term
{
    public override IEnumerable<RowAddress> Rows => Subject.Rows.Concat(Cases.SelectMany(c => c.Then.Rows)).Concat(Otherwise.Rows);

    public override IEnumerable<ToolParameter> Parameters =>
        Subject.Parameters.Concat(Cases.SelectMany(c => c.Then.Parameters)).Concat(Otherwise.Parameters);

    public override Value Of(Situation situation) => Subject.Of(situation) is { IsNull: false } value
        ? (Cases.FirstOrDefault(c => c.Holds(value))?.Then ?? Otherwise).Of(situation)
        : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
