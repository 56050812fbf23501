using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>An amount is above zero.</summary>
public sealed record Positive(ToolParameter Amount) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => $"a senseless {Amount.Name}";

    public override bool Holds(Situation situation) => situation.Given(Amount) is { IsNumber: true, AsNumber: > 0 };

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.By(Amount, 0)];
}
