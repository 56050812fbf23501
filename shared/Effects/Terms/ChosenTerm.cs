using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>What an argument stands for in the words of a column: <c>START</c> is <c>running</c>. Null for an argument that stands for nothing.</summary>
public sealed record ChosenTerm(ToolParameter Parameter, IReadOnlyList<KeyValuePair<Value, Value>> Meanings) : Term
{
    public override IEnumerable<ToolParameter> Parameters => [Parameter];

    public override Value Of(Situation situation) => situation.Given(Parameter) is { IsNull: false } given
        ? Meanings.Where(m => m.Key == given).Select(m => m.Value).FirstOrDefault(Value.Null)
        : Value.Null;

    public override T Accept<T>(ITermVisitor<T> visitor) => visitor.Visit(this);
}
