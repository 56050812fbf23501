using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// One value stands to another as it must: what is left to what is asked for, a number of children to the most that there may be, now to a
/// time, a column to null. Where an order is demanded and a value is missing, there is nothing to compare and nothing is refused.
/// </summary>
public sealed record Compares(Term Left, Comparison Comparison, Term Right) : Precondition
{
    /// <summary>The code that the documentation gives the refusal.</summary>
    public ErrorCode Refusal { get; init; } = ErrorCode.PreconditionFailed;

    public override ErrorCode Code => Refusal;

    public override string Fault => "a value that does not allow it";

    public override IEnumerable<RowAddress> Addresses => Left.Rows.Concat(Right.Rows);

    private IEnumerable<ToolParameter> Parameters => Left.Parameters.Concat(Right.Parameters).Distinct();

    /// <summary>The parameters that it turns on, beside those that name the row that the call is about.</summary>
    private IEnumerable<ToolParameter> Asks => Parameters.Except(Addresses.Select(r => r.Root).Where(r => r.IsMain).SelectMany(r => r.Parameters));

    public override bool Holds(Situation situation) => Holds(Left.Of(situation), Right.Of(situation));

    public override bool Admits(Situation situation, ObjectValue row) => Asks.Any() || Holds(situation.About(row));

    public override IEnumerable<Violation> Violations(Situation valid) => Changes(valid, holds: false);

    public override IEnumerable<Violation> Remedies(Situation forbidden) => Changes(forbidden, holds: true);

    public override string Topic => Comparison switch
    {
        Comparison.AtMost => Side(Comparison.Less),
        Comparison.AtLeast => Side(Comparison.Greater),
        // A value may be forbidden beside another one.
        Comparison.NotEqual => $"{Side(Comparison)} {CanonicalForm.Of(Right).ToJson()}",
        _ => Side(Comparison),
    };

    private string Side(Comparison comparison) => $"compares {CanonicalForm.Of(Left).ToJson()} {comparison}";

    private bool Holds(Value left, Value right)
    {
        var order = Numbers.Order(left, right);
        return Comparison switch
        {
            Comparison.Equal => left == right,
            Comparison.NotEqual => left != right,
            Comparison.Less => order is null or < 0,
            Comparison.AtMost => order is null or <= 0,
            Comparison.AtLeast => order is null or >= 0,
            Comparison.Greater => order is null or > 0,
            _ => throw new InvalidOperationException($"{Comparison} is no comparison."),
        };
    }

    private IEnumerable<Violation> Changes(Situation call, bool holds)
    {
        foreach (var address in Addresses.Select(a => a.Root).Where(a => a.IsMain).DistinctBy(a => a.Role))
        {
            foreach (var row in call.Rows(address.Table.Name).Where(r => Holds(call.About(r)) == holds).Take(2))
            {
                yield return Violation.By(row);
            }
        }

        foreach (var parameter in Asks)
        {
            foreach (var value in TermCandidates.Of(this, parameter, call).Distinct().Where(v => Holds(call.With(parameter, v)) == holds).Take(holds ? 12 : 2))
            {
                yield return Violation.By(parameter, value);
            }
        }
    }
}
