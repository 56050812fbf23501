using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>Each argument is a value that its column holds, although the tool's own schema may let others pass.</summary>
public sealed record FitsColumns(IReadOnlyList<ColumnBinding> Bindings) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "a value that its column does not hold";

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation) => Bindings.All(b => situation.Given(b.Parameter) is not { IsNull: false } given || b.Column.Holds(given));
}
