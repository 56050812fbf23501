using AgentScaler.Environments.Schema;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A counter of a row follows the rows that it counts: a comment raises the number of comments.</summary>
internal sealed record Counting() : RuleSketch(Source.Convention, "A counter follows what it counts.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        var child = draft.Table.Singular.Split('_')[^1];
        return draft.Sketch.Kind switch
        {
            CreateKind => Drafts.References(draft).SelectMany(r => Counters(r.Table, child).Select(c => new Adjust(r.Row, c, new ConstantTerm(1), 1))),
            DeleteKind => Drafts.Referred(draft).SelectMany(r => Counters(r.Row.Table, child).Select(c => new Adjust(r.Row, c, new ConstantTerm(1), -1))),
            LinkKind or UnlinkKind when draft.Changed.Type == ColumnType.Array && draft.Sketch.Many!.Node.Kind != NodeKind.Array =>
                Counters(draft.Table, Words.Singular(draft.Changed.Words[^1]))
                    .Select(c => new Adjust(draft.Row, c, new ConstantTerm(1), draft.Sketch.Kind is LinkKind ? 1 : -1)),
            _ => [],
        };
    }

    private static IEnumerable<ColumnModel> Counters(TableModel table, string noun) =>
        table.Columns.Where(c => Roles.Of(table, c) == ColumnRole.Count && Words.Singulars(c.Name).Contains(noun));
}
