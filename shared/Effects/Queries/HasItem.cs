using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The list that the column holds has the argument in it.</summary>
public sealed record HasItem(ColumnPath Path, ToolParameter Parameter) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) => stored.IsArray && stored.AsArray.Contains(given);
}
