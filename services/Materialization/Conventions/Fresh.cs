using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>Of a new thing nothing has been taken: as much is left as there is.</summary>
internal sealed record Fresh() : RuleSketch(Source.Convention, "Of a new thing nothing has been taken.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) || Roles.Find(draft.Table, ColumnRole.Stock) is not { } left || draft.Assignments.Any(a => a.Column == left))
        {
            yield break;
        }

        var all = draft.Assignments.Where(a => Roles.Of(draft.Table, a.Column) == ColumnRole.Capacity
            && (a.Column.Words[^1] is "capacity" || ColumnRoles.Takes(a.Column.Name, left.Name))).ToList();
        if (all is [var only] && (only.Parameter.Required || only.Parameter.Node.Default is { IsNumber: true }))
        {
            yield return new Assign(draft.Row, left, only.Parameter.Node.Default is { IsNumber: true } usual && !only.Parameter.Required
                ? new EitherTerm(new ArgumentTerm(only.Parameter), new ConstantTerm(usual)) : new ArgumentTerm(only.Parameter));
        }
    }
}
