using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>No entry has what another entry or a row has in the key, or in columns in which no two rows agree.</summary>
public sealed record EntriesUnique(TableModel Table, ToolParameter Entries, IReadOnlyList<EntryMember> Members) : Precondition
{
    public override ErrorCode Code => ErrorCode.Conflict;

    public override string Fault => "an entry that is there already";

    public override bool KeptByDatabase => true;

    public override bool Holds(Situation situation) => Table.Unique.Append([Table.Key.Name]).All(set => Distinct(situation, set));

    private bool Distinct(Situation situation, IReadOnlyList<string> set)
    {
        var members = set.Select(c => Members.FirstOrDefault(m => m.Column.Name == c)).OfType<EntryMember>().ToList();
        if (members.Count < set.Count || situation.Given(Entries) is not { IsArray: true } entries)
        {
            return true;
        }

        var taken = situation.Rows(Table.Name).Select(r => Value.From(members.Select(m => r[m.Column.Name]))).ToHashSet();
        return entries.AsArray.ToArray().Select(e => members.ConvertAll(m => e[m.Property.Name])).Where(v => v.TrueForAll(x => !x.IsNull))
            .All(v => taken.Add(Value.From(v)));
    }
}
