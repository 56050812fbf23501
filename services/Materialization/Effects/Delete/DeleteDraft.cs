using AgentScaler.Language;

namespace AgentScaler.Materialization.Effects;

/// <summary>Finishes deletions: what goes with the rows, and what stands in the way.</summary>
internal static class DeleteDraft
{
    private const int MaxDepth = 3;

    public static DeleteEffect One(EffectDraft draft)
    {
        var dependents = Dependents(draft.Tables.All, draft.Table, 0);
        return new DeleteEffect(draft.Table, draft.Key, draft.Scope, draft.Filters)
        {
            Searches = draft.Key is null ? draft.Searches : [],
            Preconditions = [draft.Found, .. draft.Stated, .. Needed(draft, draft.Row), .. Kept(draft, draft.Row, dependents),
                new FitsColumns([.. draft.Scope, .. draft.Key is { } key ? [key] : Array.Empty<ColumnBinding>()])],
            Consequences = dependents,
        };
    }

    public static DeleteManyEffect Many(EffectDraft draft)
    {
        var dependents = Dependents(draft.Tables.All, draft.Table, 0);
        return new DeleteManyEffect(draft.Table, draft.Scope, draft.Filters, draft.Searches)
        {
            Preconditions = [.. draft.Parents, .. Needed(draft, draft.Rows), .. Kept(draft, draft.Rows, dependents), new FitsColumns(draft.Scope)],
            Consequences = dependents,
        };
    }

    /// <summary>Children go with their parent; what merely refers to the row forgets it.</summary>
    private static IReadOnlyList<Consequence> Dependents(IReadOnlyList<TableModel> tables, TableModel table, int depth) => depth >= MaxDepth ? [] :
    [
        .. tables.SelectMany(t => t.Columns.Where(c => c.References?.Table == table.Name && c != t.Key).Select(c => (Table: t, Column: c)))
            .Select(r => r.Table.Parent == table.Name && r.Table != table
                ? new DeleteDependents(table, r.Table, r.Column, Dependents(tables, r.Table, depth + 1))
                : r.Column.Nullable ? new ClearReferences(table, r.Table, r.Column) : default(Consequence))
            .OfType<Consequence>(),
    ];

    /// <summary>Only rows that go along, rows of one table, and rows that share their parent's key can keep the database from the deletion.</summary>
    private static IEnumerable<Untangled> Kept(EffectDraft draft, RowAddress address, IReadOnlyList<Consequence> dependents)
    {
        var held = draft.Tables.All.SelectMany(t => t.Columns.Where(c => c.References?.Table == draft.Table.Name && !c.Nullable)
            .Select(c => t == draft.Table || (t.Parent == draft.Table.Name && c == t.Key)));
        return dependents.Any(d => d is DeleteDependents) || held.Contains(true) ? [new Untangled(address, dependents)] : [];
    }

    private static IEnumerable<Precondition> Needed(EffectDraft draft, RowAddress address) =>
        draft.Tables.All.Where(t => t != draft.Table && t.Parent != draft.Table.Name)
        .SelectMany(t => t.Columns.Where(c => c.References?.Table == draft.Table.Name && !c.Nullable).Select(c => new Unreferenced(address, t, c)
        {
            Basis = new Basis(Source.Convention, $"{Words.Phrase(t.Name)} cannot be without their {Words.Phrase(draft.Table.Singular)}."),
        }));
}
