using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// A condition that an argument turns on or off: with <c>available_only=true</c> only rows with a place left are told; cancelled ones are left out
/// unless <c>include_cancelled</c> is true, or unless a status is asked for.
/// </summary>
/// <param name="Value">The value of the argument that counts; null where any value does.</param>
/// <param name="On">Whether the condition is asked for where the argument has the value; else it is asked for where it has not.</param>
public sealed record WhereAsked(ToolParameter Parameter, Value Value, bool On, RowCondition Condition) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row)
    {
        var given = situation.Given(Parameter);
        var has = Value.IsNull ? !given.IsNull : given == Value;
        return has != On || Condition.Holds(situation, row);
    }

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
