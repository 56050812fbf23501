using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The column holds the argument, or one of its items.</summary>
/// <param name="AnyCase">Whether capital and small letters are the same.</param>
public sealed record SameAs(ColumnPath Path, ToolParameter Parameter, bool AnyCase) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) => given.IsArray
        ? given.AsArray.Length == 0 || given.AsArray.ToArray().Any(g => Matching.Same(stored, g))
        : AnyCase && stored.IsString && given.IsString
        ? string.Equals(stored.AsString, given.AsString, StringComparison.OrdinalIgnoreCase)
        : Matching.Same(stored, given);
}
