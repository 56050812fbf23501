using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The path that one step leads to: <c>a/b</c> by <c>b</c> from <c>a</c>, and <c>a</c> by <c>..</c> from there. Null where there is none.</summary>
public sealed record WalkTerm(Term From, Term Step) : Term
{
    public override IEnumerable<RowAddress> Rows => From.Rows.Concat(Step.Rows);

    public override IEnumerable<ToolParameter> Parameters => From.Parameters.Concat(Step.Parameters);

    public override Value Of(Situation situation)
    {
        if (From.Of(situation) is not { IsString: true } from || Step.Of(situation) is not { IsString: true } step)
        {
            return Value.Null;
        }

        var end = from.AsString.LastIndexOf('/');
        return step != ".." ? $"{from.AsString}/{step.AsString}" : end < 0 ? from : from.AsString[..end];
    }

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
