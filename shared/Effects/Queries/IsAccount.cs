using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// The argument names the one account of the state. The rows beside it, which name nobody, are all of that account, and none of anybody else's.
/// </summary>
public sealed record IsAccount(ColumnModel Account, ToolParameter Parameter) : RowCondition
{
    public override bool Holds(Situation situation, ObjectValue row)
    {
        var given = situation.Given(Parameter);
        return given.IsNull || (situation.Rows(Account.Table).FirstOrDefault() is { } single && Matching.Same(single[Account.Name], given));
    }

    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);
}
