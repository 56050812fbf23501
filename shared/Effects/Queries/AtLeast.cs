using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column is not below the argument: numbers by their size, dates by their texts.</summary>
public sealed record AtLeast(ColumnPath Path, ToolParameter Parameter) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) => Matching.Ordered(given, stored);
}
