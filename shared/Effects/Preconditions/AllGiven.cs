using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>The call gives each of the arguments, and none of them blank, although the tool's own schema demands none of them.</summary>
public sealed record AllGiven(IReadOnlyList<ToolParameter> Parameters) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "an argument left out";

    public override bool Holds(Situation situation) => Parameters.All(p => situation.Given(p) is { IsNull: false } given && given != "");

    public override IEnumerable<Violation> Violations(Situation valid) => Parameters.Where(p => p.Container is null).Select(p => Violation.By(p, Value.Null));
}
