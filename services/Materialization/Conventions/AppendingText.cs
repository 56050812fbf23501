using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What is appended to a text stands below it, and what measures the text follows.</summary>
internal sealed record AppendingText(ToolParameter By) : RuleSketch(Source.Convention, $"{By.Name} stands below what is there.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (draft.Sketch.Kind is not UpdateKind || draft.Assignments.FirstOrDefault(a => a.Parameter == By)?.Column is not { Textual: true } column)
        {
            return [];
        }

        var text = new LinesTerm(new CellTerm(draft.Row, column), new ArgumentTerm(By));
        return
        [
            new Assign(draft.Row, column, text),
            .. draft.Table.Columns.Where(c => Measuring.Measures(draft, c, column)).Select(c => new Assign(draft.Row, c, new TextLengthTerm(text))),
        ];
    }
}
