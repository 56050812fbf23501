using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>An argument is one of the values that the documentation names, although the tool's own schema lets others pass.</summary>
public sealed record IsOneOf(ToolParameter Parameter, IReadOnlyList<Value> Values) : Precondition
{
    private const string Unnamed = "zz-none";

    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "a value that the documentation does not name";

    public override bool Holds(Situation situation) => situation.Given(Parameter) is var given && (given.IsNull || Values.Contains(given));

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.By(Parameter, Unnamed)];

    public override IEnumerable<Violation> Remedies(Situation forbidden) => [Violation.By(Parameter, Values[0])];

    public bool Equals(IsOneOf? other) => other is not null && Parameter == other.Parameter && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Parameter.Name, Values.Count);
}
