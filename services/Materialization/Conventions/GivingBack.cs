using AgentScaler.Language;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>What a row took is given back when the row ends. A step is taken once, so that nothing is given back twice.</summary>
internal sealed record GivingBack(string Verb) : RuleSketch(Source.Convention, $"To {Verb} something gives back what it took.")
{
    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (draft.Sketch.Kind is not (TransitionKind or DeleteKind) || (draft.Sketch.Kind is DeleteKind && draft.Table.Status is not null))
        {
            yield break;
        }

        foreach (var (_, row) in Drafts.Referred(draft))
        {
            foreach (var column in row.Table.Columns)
            {
                var sign = Roles.Of(row.Table, column) switch { ColumnRole.Stock => 1, ColumnRole.Taken => -1, _ => 0 };
                if (sign != 0)
                {
                    yield return new Adjust(row, column, Taken(draft, column), sign);
                }
            }

            if (Availability.Of(row.Table) is { } free && draft.Sketch.Kind is TransitionKind)
            {
                yield return new Assign(row, free.Column, new ConstantTerm(free.Free));
            }
        }
    }

    private static Term Taken(EffectDraft draft, ColumnModel stock) =>
        Roles.Quantity(draft.Table, stock) is { } quantity ? new CellTerm(draft.Row, quantity) : new ConstantTerm(1);
}
