using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>Each member of each entry is a value that its column holds.</summary>
public sealed record EntriesFit(ToolParameter Entries, IReadOnlyList<EntryMember> Members) : Precondition
{
    public override ErrorCode Code => ErrorCode.InvalidArguments;

    public override string Fault => "an entry that its table does not hold";

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation) => situation.Given(Entries) is not { IsArray: true } entries
        || entries.AsArray.ToArray().All(e => Members.All(m => e[m.Property.Name].IsNull || m.Column.Holds(e[m.Property.Name])));
}
