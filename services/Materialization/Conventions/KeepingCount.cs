using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>How many rows a table has, where the state keeps it as a number of its own: <c>user_count</c> beside the users.</summary>
internal sealed record KeepingCount() : RuleSketch(Source.Convention, "The number of the rows is kept.")
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "count", "total", "num", "number" };

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        var sign = draft.Sketch.Kind switch { CreateKind => 1, DeleteKind => -1, _ => 0 };
        if (sign == 0 || draft.Tables.Dump is not { } dump)
        {
            yield break;
        }

        var (rows, own) = (dump.Rows(draft.Table.Name).Count, NounsOf(draft.Table.Name));
        foreach (var single in draft.Tables.All.Where(t => DumpAdoption.IsSingle(t.Form) && t != draft.Table && dump.Rows(t.Name).Count == 1))
        {
            var kept = dump.Rows(single.Name)[0];
            foreach (var column in single.Columns.Where(c => rows > 0 && kept[c.Name] == rows && Words.Singulars(c.Name).Any(Marks.Contains)
                && Words.Singulars(c.Name).Where(w => !Marks.Contains(w) && w is not "of").ToHashSet(StringComparer.Ordinal).SetEquals(own)))
            {
                yield return new Adjust(new RowAddress("counts", single, null, [], []), column, new ConstantTerm(1), sign);
            }
        }
    }

    private static HashSet<string> NounsOf(string table) =>
        Words.Singulars(table).Where(w => w is not "map" and not "list" and not "table" and not "index").ToHashSet(StringComparer.Ordinal);
}
