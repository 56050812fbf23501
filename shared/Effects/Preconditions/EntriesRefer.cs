using AgentScaler.Environments.Programs;

namespace AgentScaler.Effects;

/// <summary>The rows that the entries refer to exist.</summary>
public sealed record EntriesRefer(ToolParameter Entries, IReadOnlyList<EntryMember> Members) : Precondition
{
    public override ErrorCode Code => ErrorCode.NotFound;

    public override string Fault => "an entry that refers to nothing";

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation) => situation.Given(Entries) is not { IsArray: true } entries
        || entries.AsArray.ToArray().All(e => Members.All(m => m.Column.References is not { } to || e[m.Property.Name].IsNull
            || situation.Rows(to.Table).Any(r => Matching.Same(r[to.Column], e[m.Property.Name]))));
}
