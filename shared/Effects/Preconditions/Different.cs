using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>Two rows that the call names are not the same.</summary>
public sealed record Different(RowAddress One, RowAddress Other) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => $"one and the same {One.Table.Singular} twice";

    public override IEnumerable<RowAddress> Addresses => [One, Other];

    public override bool Holds(Situation situation) => situation.Find(One) is not { } one
        || situation.Find(Other) is not { } other
        || one[One.Table.Key.Name] != other[Other.Table.Key.Name];

    public override IEnumerable<Violation> Violations(Situation valid) => One.Key is { } one && Other.Key is { } other
        ? [Violation.By(other.Parameter, valid.Given(one.Parameter))] : [];
}
