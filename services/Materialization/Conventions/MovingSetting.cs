using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A number that the database keeps once is raised or lowered by an argument: a tank is filled by an amount.</summary>
/// <param name="Sign">1 to raise it, -1 to lower it.</param>
internal sealed record MovingSetting(ColumnPlan Column, ToolParameter By, int Sign)
    : RuleSketch(Source.Convention, $"{By.Name} is {(Sign < 0 ? "taken from" : "added to")} {Column.Name}.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => Sign < 0
        ? [new Compares(new CellTerm(draft.Row, draft.Tables.Of(Column)), Comparison.AtLeast, new ArgumentTerm(By))]
        : [];

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        [new Adjust(draft.Row, draft.Tables.Of(Column), new ArgumentTerm(By), Sign)];
}
