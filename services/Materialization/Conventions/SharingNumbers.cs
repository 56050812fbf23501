using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// Lists of like rows that stand side by side in a user's own database, and of whose numbers none stands twice, share their numbers: a payment that is
/// planned and one that is made have different ones.
/// </summary>
internal sealed record SharingNumbers() : RuleSketch(Source.Convention, "Like rows side by side share their numbers.")
{
    private const int Enough = 2;

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        var key = draft.Table.Key;
        if (!Drafts.Makes(draft) || draft.Key is not null || draft.Tables.Dump is null || !IsNumbered(draft, draft.Table))
        {
            return [];
        }

        var columns = Names(draft, draft.Table);
        List<TableModel> alike = [.. draft.Tables.All.Where(t => t == draft.Table || (t.Key.Name == key.Name && Above(t) == Above(draft.Table)
            && IsNumbered(draft, t) && Names(draft, t).SetEquals(columns)))];
        var numbers = alike.SelectMany(t => Keys(draft, t)).ToList();
        return alike.Count > 1 && numbers.Distinct().Count() == numbers.Count ? [new Assign(draft.Row, key, new SharedNumberTerm(alike))] : [];
    }

    private static string? Above(TableModel table) => (table.Form as NestedForm)?.Parent;

    private static bool IsNumbered(EffectDraft draft, TableModel table) => table.Key.Type == ColumnType.Integer
        && !SchemaInference.DumpAdoption.Added(table.Form).Contains(table.Key.Name) && Keys(draft, table).Count >= Enough;

    private static List<Value> Keys(EffectDraft draft, TableModel table) => [.. draft.Tables.Dump!.Rows(table.Name).Select(r => r[table.Key.Name])];

    private static HashSet<string> Names(EffectDraft draft, TableModel table) =>
        [.. draft.Tables.Dump!.Rows(table.Name).SelectMany(r => r.Select(m => m.Key)).Except(SchemaInference.DumpAdoption.Added(table.Form))];
}
