using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The condition does not hold: what is left out of a list.</summary>
public sealed record NotThat(RowCondition Condition) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row) => !Condition.Holds(situation, row);

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
