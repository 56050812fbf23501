using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A new row that shows the name of a row that it refers to shows the name that stands there.</summary>
internal sealed record RepeatingNames() : RuleSketch(Source.Convention, "The name is that of the row that is referred to.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft))
        {
            yield break;
        }

        var references = Drafts.References(draft).Where(r => r.Binding.Parameter.Required).ToList();
        foreach (var column in draft.Table.Columns.Where(c => draft.Assignments.Concat(draft.Scope).All(a => a.Column != c)))
        {
            if (RepeatedNames.Of(draft.Table, column, draft.Tables.Named) is var (reference, name)
                && references.Find(r => r.Binding.Column == reference) is { } found)
            {
                yield return new Assign(draft.Row, column, new CellTerm(found.Row, name));
            }
        }
    }
}
