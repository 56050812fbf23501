using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Entries refer to rows that there are.</summary>
internal sealed class EntriesReferKind : KeptByDatabase<EntriesRefer>
{
    protected override IEnumerable<string> Rules(EntriesRefer precondition, ToolModel tool) =>
        precondition.Members.Where(m => m.Column.References is not null).Select(m =>
            $"`{tool.Name}` needs an existing {Words.Phrase(Words.Singular(m.Column.References!.Table))} in the `{m.Property.Name}` of each entry of "
                + $"`{precondition.Entries.Name}`.");
}
