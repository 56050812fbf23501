using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>A list has entries.</summary>
public sealed record NotEmpty(ToolParameter Entries) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "no entries";

    public override bool Holds(Situation situation) => situation.Given(Entries) is { IsArray: true, AsArray.Length: > 0 };

    public override IEnumerable<Violation> Violations(Situation valid) => [Violation.By(Entries, Value.EmptyArray)];
}
