using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Every one of several conditions holds.</summary>
public sealed record AllOf(IReadOnlyList<RowCondition> Conditions) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row) => Conditions.All(c => c.Holds(situation, row));

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    public bool Equals(AllOf? other) => other is not null && Conditions.SequenceEqual(other.Conditions);

    public override int GetHashCode() => Conditions.Count;
}
