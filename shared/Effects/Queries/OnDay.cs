using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The instant that the column holds is on the day that the argument names.</summary>
public sealed record OnDay(ColumnPath Path, ToolParameter Parameter) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) =>
        stored.IsString && given.IsString && stored.AsString.StartsWith(given.AsString, StringComparison.Ordinal);
}
