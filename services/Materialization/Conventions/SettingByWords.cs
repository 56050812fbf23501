using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>An argument that is written in other words than the column stands for one of the column's own: START for running.</summary>
internal sealed record SettingByWords(ColumnPlan Column, ToolParameter By, IReadOnlyList<KeyValuePair<Value, Value>> Meanings)
    : RuleSketch(Source.Convention, $"{By.Name} says in other words what {Column.Name} becomes.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
        [new Assign(draft.Row, draft.Tables.Of(Column), new ChosenTerm(By, Meanings))];
}
