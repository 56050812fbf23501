using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What is booked is taken from what is left, and cannot be more.</summary>
internal sealed record TakingUnits(string Verb) : RuleSketch(Source.Convention, $"To {Verb} something takes some of what is left of it.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft)
    {
        foreach (var (row, stock) in Rows(draft, ColumnRole.Stock))
        {
            yield return new Compares(new CellTerm(row, stock), Comparison.AtLeast, Drafts.Asked(draft, stock));
        }

        foreach (var (row, taken) in Rows(draft, ColumnRole.Taken).Where(r => Roles.Find(r.Row.Table, ColumnRole.Stock) is null))
        {
            if (Roles.Find(row.Table, ColumnRole.Capacity) is { } capacity)
            {
                yield return new Compares(
                    new SumOfTerm(new CellTerm(row, taken), Drafts.Asked(draft, taken)), Comparison.AtMost, new CellTerm(row, capacity));
            }
        }
    }

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
    [
        .. Rows(draft, ColumnRole.Stock).Select(r => new Adjust(r.Row, r.Column, Drafts.Asked(draft, r.Column), -1)),
        .. Rows(draft, ColumnRole.Taken).Select(r => new Adjust(r.Row, r.Column, Drafts.Asked(draft, r.Column), 1)),
    ];

    private static IEnumerable<(RowAddress Row, ColumnModel Column)> Rows(EffectDraft draft, ColumnRole role) =>
        (Drafts.Makes(draft) ? Drafts.References(draft).Select(r => r.Row) : draft.Sketch.Kind is LinkKind ? [draft.Row] : [])
        .Select(r => (Row: r, Column: Roles.Find(r.Table, role))).Where(r => r.Column is not null).Select(r => (r.Row, r.Column!));
}
