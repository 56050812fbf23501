using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>An entry of a list in the row has the argument in one of its members: an order with a line of a product, a station with a box of a size.</summary>
/// <param name="Some">A member of the entry of which there must be one at least: free boxes of that size; null where the entry alone counts.</param>
public sealed record HasEntry(ColumnPath Path, string Member, ToolParameter Parameter, string? Some) : ParameterCondition(Path, Parameter)
{
    public override T Accept<T>(IRowConditionVisitor<T> visitor) => visitor.Visit(this);

    protected override bool Matches(Value stored, Value given) => stored.IsArray && stored.AsArray.ToArray().Any(e => e.IsObject && e[Member] == given
        && (Some is null || (e[Some].IsNumber && e[Some].AsNumber >= 1)));
}
