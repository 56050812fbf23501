using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column is not above the argument. A day takes in all instants of that day.</summary>
public sealed record AtMost(ColumnPath Path, ToolParameter Parameter) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) => Matching.Ordered(stored, given)
        || (stored.IsString && given.IsString && stored.AsString.StartsWith(given.AsString, StringComparison.Ordinal));
}
