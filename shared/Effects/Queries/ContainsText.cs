using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column's text has the argument in it, whatever the case of the letters.</summary>
public sealed record ContainsText(ColumnPath Path, ToolParameter Parameter) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) =>
        stored.IsString && given.IsString && stored.AsString.Contains(given.AsString, StringComparison.OrdinalIgnoreCase);
}
