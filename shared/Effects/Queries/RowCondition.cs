using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What a question asks of a row. The hierarchy is closed: a visitor names every kind.</summary>
public abstract record RowCondition
{
    public abstract bool Holds(Situation situation, ObjectValue row);

    public abstract T Accept<T>(IRowConditionVisitor<T> visitor);
}
