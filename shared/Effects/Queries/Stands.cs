using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// A column stands to a value as it must: a place or more is left, the last day has passed, the price is below an argument. Where an order is asked for
/// and the column holds nothing that has one, it does not hold; where an argument is left out, nothing is asked.
/// </summary>
public sealed record Stands(ColumnPath Path, Comparison Comparison, Term Term) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row)
    {
        var (stored, value) = (Path.Of(situation, row), Term.Of(situation));
        if (Term is ArgumentTerm && value.IsNull)
        {
            return true;
        }

        var order = Numbers.Order(stored, value);
        return Comparison switch
        {
            Comparison.Equal => stored == value,
            Comparison.NotEqual => stored != value,
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            Comparison.AtLeast => order >= 0,
            Comparison.Greater => order > 0,
            _ => throw new InvalidOperationException($"{Comparison} is no comparison."),
        };
    }

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
