using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>An owner who is frozen, suspended or closed gets nothing new.</summary>
internal sealed record Standing() : RuleSketch(Source.Convention, "Nothing is made for an owner that is frozen, suspended or closed.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Owners(draft).SelectMany(Roles.InGoodStanding);

    private static IEnumerable<RowAddress> Owners(EffectDraft draft)
    {
        if (draft.Sketch.Kind is TransferKind)
        {
            var owner = draft.Tables.Named(draft.Key!.Column.Table)!;
            return [new RowAddress("source", owner, draft.Key, [], []), new RowAddress("target", owner, draft.Bound(draft.Sketch.OtherKey!), [], [])];
        }

        return Drafts.Makes(draft) ? Drafts.References(draft).Where(r => TableRoles.IsHolder(r.Table.Singular)).Select(r => r.Row) : [];
    }
}
