using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A step leads from the place where the caller is to one in it, or back by <c>..</c>.</summary>
internal sealed record Walking(ColumnPlan Column, ToolParameter By) : RuleSketch(Source.Convention, $"{By.Name} leads on from where the caller is.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        [new Assign(draft.Row, draft.Tables.Of(Column), new WalkTerm(new CellTerm(draft.Row, draft.Tables.Of(Column)), new ArgumentTerm(By)))];
}
