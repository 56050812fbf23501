using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Effects;

/// <summary>Finishes a bulk create: which member of an entry fills which column.</summary>
internal static class CreateManyDraft
{
    public static CreateManyEffect Make(EffectDraft draft)
    {
        var (table, entries) = (draft.Table, draft.Sketch.Many!);
        IReadOnlyList<EntryMember> members = [.. entries.Node.Items.Properties
            .Select(p => (Property: p, Column: ColumnMatcher.Match(table, p.Name, p.Node)))
            .Where(m => m.Column is not null && (m.Column != table.Key || m.Property.Required))
            .DistinctBy(m => m.Column)
            .Select(m => new EntryMember(m.Column!, m.Property))];
        return new CreateManyEffect(table, draft.Scope, draft.Assignments, entries, members)
        {
            Preconditions =
            [
                .. draft.Parents, new NotEmpty(entries), .. draft.References(draft.Assignments).Select(r => r with { Checked = false }),
                    new FitsColumns([.. draft.Assignments, .. draft.Scope]),
                new EntriesFit(entries, members), new EntriesRefer(entries, members), new EntriesUnique(table, entries, members),
            ],
        };
    }
}
