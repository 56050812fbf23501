using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A new row that shows a number which a row that it refers to has under the very same name keeps what stands there: a rental the <c>daily_rate</c> of its
/// item. A number that the rows of both could have for themselves, such as a count, a total or a balance, is not copied.
/// </summary>
internal sealed record CopiedCells() : RuleSketch(Source.Convention, "The number is copied from the row that is referred to.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft))
        {
            yield break;
        }

        var references = Drafts.References(draft).Where(r => r.Binding.Parameter.Required).ToList();
        foreach (var column in draft.Table.Columns.Where(c => c.Numeric && c != draft.Table.Key && c.References is null && IsCopied(draft.Table, c)
            && draft.Assignments.Concat(draft.Scope).All(a => a.Column != c)))
        {
            if (references.Select(r => (r.Row, Same: r.Table.Column(column.Name)))
                .Where(f => f.Same is not null && f.Same != f.Row.Table.Key && f.Same.Type == column.Type).ToList() is [{ Same: { } same } found])
            {
                yield return new Assign(draft.Row, column, new CellTerm(found.Row, same));
            }
        }
    }

    private static bool IsCopied(TableModel table, ColumnModel column) => Roles.Of(table, column) is ColumnRole.None or ColumnRole.Price or ColumnRole.Fee
        && column.Words[^1] is not ("count" or "number" or "version" or "position" or "rank" or "total");
}
