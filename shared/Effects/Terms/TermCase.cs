using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A bound and the value that a term has where the bound holds.</summary>
public sealed record TermCase(Comparison Comparison, Value Bound, Term Then)
{
    /// <summary>Whether a value stands to the bound as it must.</summary>
    public bool Holds(Value value) => Comparison switch
    {
        Comparison.Equal => value == Bound,
        Comparison.NotEqual => value != Bound,
        Comparison.AtLeast => Numbers.Order(value, Bound) >= 0,
        Comparison.Greater => Numbers.Order(value, Bound) > 0,
        Comparison.AtMost => Numbers.Order(value, Bound) <= 0,
        _ => Numbers.Order(value, Bound) < 0,
    };
}
