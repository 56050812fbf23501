using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Conventions;

/// <summary>A counter that the state keeps beside a table gives a new row its number, and goes on: <c>ticket_counter</c>, <c>next_order_id</c>.</summary>
internal sealed record NumberingByCounter() : RuleSketch(Source.Convention, "A counter numbers new rows.")
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal) { "counter", "next", "last", "sequence" };

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal) { "id", "number", "key", "used", "assigned", "current" };

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) || draft.Key is not null || draft.Tables.Dump is null || Find(draft) is not { } counter)
        {
            yield break;
        }

        foreach (var column in draft.Table.Columns.Where(c => c == draft.Table.Key || IsNumber(draft, c)))
        {
            yield return new Assign(draft.Row, column, new FreeNumberTerm(counter, draft.Table, column.Textual));
        }

        yield return new Adjust(counter.Address, counter.Column, new ConstantTerm(1), 1);
    }

    /// <summary>The counter of the draft's table, or null.</summary>
    private static CellTerm? Find(EffectDraft draft)
    {
        foreach (var single in draft.Tables.All.Where(t => DumpAdoption.IsSingle(t.Form) && t != draft.Table && draft.Tables.Dump!.Rows(t.Name).Count == 1))
        {
            var row = draft.Tables.Dump!.Rows(single.Name)[0];
            if (single.Columns.FirstOrDefault(c => row[c.Name].IsInteger && Counts(draft, c) && Follows(draft, row[c.Name])) is { } column)
            {
                return new CellTerm(new RowAddress("counter", single, null, [], []), column);
            }
        }

        return null;
    }

    /// <summary>Whether a column is called the counter of the draft's rows, and of no table with a shorter name.</summary>
    private static bool Counts(EffectDraft draft, ColumnModel column)
    {
        var words = Words.Singulars(column.Name);
        var nouns = words.Where(w => !Marks.Contains(w) && !Silent.Contains(w)).ToHashSet(StringComparer.Ordinal);
        return words.Any(Marks.Contains) && nouns.Count > 0
            && draft.Tables.All.Where(t => nouns.IsSubsetOf(Words.Singulars(t.Name)) && !DumpAdoption.IsSingle(t.Form))
                .OrderBy(t => Words.Singulars(t.Name).Count).ThenBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault() == draft.Table;
    }

    /// <summary>Whether no row has a higher number.</summary>
    private static bool Follows(EffectDraft draft, Value counter) => draft.Tables.Dump!.Rows(draft.Table.Name)
        .Select(r => Number(r[draft.Table.Key.Name])).All(n => n is { } number && number <= counter.AsNumber);

    private static double? Number(Value key) => key.IsNumber ? key.AsNumber
        : key.IsString && long.TryParse(key.AsString, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <summary>Whether a column beside the key numbers the rows as well: the <c>reminder_id</c> of a reminder.</summary>
    private static bool IsNumber(EffectDraft draft, ColumnModel column) => column.Type == ColumnType.Integer && column.References is null
        && draft.Assignments.Concat(draft.Scope).All(a => a.Column != column)
        && Words.OfMember(column.Name) is var words
        && (words is ["id"] || (words is [.., var noun, "id"] && Words.Singulars(draft.Table.Name).Contains(noun)));
}
