using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A value is put on the list that a thing holds. A map beside the list that has lists under such values, and under no others, gets an empty one.
/// </summary>
internal sealed record ListingInThing(ColumnPlan Column, ToolParameter By) : RuleSketch(Source.Convention, $"{By.Name} is put on the list.")
{
    public override IEnumerable<Precondition> Preconditions(EffectDraft draft) => [new NotAlready(draft.Row, draft.Tables.Of(Column), By)];

    public override IEnumerable<Consequence> Consequences(EffectDraft draft) =>
    [
        ListingInParent.Entry(draft.Row, draft.Tables.Of(Column), new ArgumentTerm(By)),
        .. Maps(draft).Select(m => new InsertRow(m.Map,
            [new Filling(m.Name, new ArgumentTerm(By)), new Filling(m.Held, new ConstantTerm(Value.EmptyArray))])),
    ];

    private IEnumerable<(TableModel Map, ColumnModel Name, ColumnModel Held)> Maps(EffectDraft draft)
    {
        var listed = Column.Cells![0].AsArray.ToArray().ToHashSet();
        foreach (var map in draft.Tables.All.Where(t => DumpAdoption.IsPairs(t.Form) && (t.Form as NestedForm)?.Parent == draft.Table.Name))
        {
            var rows = draft.Tables.Dump!.Rows(map.Name);
            if (rows.Count > 0 && map.Column("value") is { } held && DumpAdoption.MapKey(map.Form) is { } key && map.Column(key) is { } name
                && rows.All(r => listed.Contains(r[key]) && r["value"].IsArray))
            {
                yield return (map, name, held);
            }
        }
    }
}
