using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>The table that a query is about, among the tables and the rows of the adopted state.</summary>
internal sealed class QueryScope(TableModel table, IReadOnlyList<TableModel> tables, DumpAdoption dump)
{
    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "user", "customer", "person", "owner", "account", "member", "employee", "patient", "client", "author", "sender", "receiver", "recipient", "assignee",
        "creator", "organizer", "holder", "buyer", "seller", "traveler", "passenger", "guest", "student",
    };

    private const int MaxMonth = 12;

    private IReadOnlyList<(Hop Hop, TableModel Target)>? _hops;

    public TableModel Table => table;

    public IReadOnlyList<TableModel> Tables => tables;

    /// <summary>The words of the table's own name and of the tables above it.</summary>
    public IReadOnlySet<string> Nouns { get; } = NounsOf(table, tables);

    /// <summary>The rows of a table in the adopted state.</summary>
    public IReadOnlyList<ObjectValue> Rows(string name) => dump.Rows(name);

    public IReadOnlyList<ObjectValue> OwnRows => dump.Rows(table.Name);

    /// <summary>The same question about another table.</summary>
    public QueryScope On(TableModel other) => new(other, tables, dump);

    /// <summary>The values that a column holds, without nulls.</summary>
    public IReadOnlyList<Value> Values(ColumnModel column) => [.. dump.Rows(column.Table).Select(r => r[column.Name]).Where(v => !v.IsNull)];

    /// <summary>The steps that lead from a row of the table to rows of others.</summary>
    public IReadOnlyList<(Hop Hop, TableModel Target)> Hops => _hops ??= [.. FindHops()];

    /// <summary>Whether the table has one row whose columns are things of their own.</summary>
    public bool Single => DumpAdoption.IsSingle(table.Form);

    /// <summary>The column of a map's names, which its items do not hold; null elsewhere.</summary>
    public ColumnModel? MapKey => DumpAdoption.MapKey(table.Form) is { } key ? table.Column(key) : null;

    /// <summary>The column of the names under which groups of the rows stand, where the rows do not hold them; null elsewhere.</summary>
    public ColumnModel? Group =>
        table.Form is NestedForm { Held: false, Reference: { } reference, Items: ListForm or ValuesForm } ? table.Column(reference) : null;

    /// <summary>The columns that the adoption added, which no tool tells.</summary>
    public IReadOnlySet<string> Added { get; } = DumpAdoption.Added(table.Form).ToHashSet(StringComparer.Ordinal);

    public static bool IsPerson(string word) => People.Contains(word);

    /// <summary>Whether a column's values tell the rows apart.</summary>
    public bool IsUnique(ColumnModel column) => column.Table == table.Name && column == table.Key
        || (dump.Rows(column.Table) is { Count: > 1 } rows && rows.All(r => !r[column.Name].IsNull)
            && rows.Select(r => r[column.Name]).Distinct().Count() == rows.Count);

    /// <summary>Whether a column holds days with the month first, such as <c>03/15/2024</c>, one of which is no day with the day first.</summary>
    public bool IsMonthFirst(ColumnModel column) => column.Textual
        && Values(column).Where(v => v.IsString).Select(v => v.AsString).ToList() is { Count: > 0 } held
        && held.TrueForAll(t => Slashed(t) && Number(t, 0) <= MaxMonth) && held.Exists(t => Number(t, 3) > MaxMonth);

    private static bool Slashed(string text) => text.Length == 10 && text[2] == '/' && text[5] == '/'
        && text.Where((_, i) => i is not (2 or 5)).All(char.IsAsciiDigit);

    private static int Number(string text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');

    private static HashSet<string> NounsOf(TableModel of, IReadOnlyList<TableModel> all)
    {
        var nouns = NounWords.Of(of.Name).Concat(NounWords.Of(of.Singular)).ToHashSet(StringComparer.Ordinal);
        for (var (at, hops) = (of.Parent, 0); at is not null && hops < 8; hops++)
        {
            nouns.UnionWith(NounWords.Of(at));
            at = all.FirstOrDefault(t => t.Name == at)?.Parent;
        }

        return nouns;
    }

    private IEnumerable<(Hop Hop, TableModel Target)> FindHops()
    {
        foreach (var column in table.Columns.Where(c => c.Type is ColumnType.String or ColumnType.Integer))
        {
            var values = Values(column).ToHashSet();
            foreach (var target in tables.Where(t => t.Name != table.Name))
            {
                if (column.References is { } reference)
                {
                    if (reference.Table == target.Name && target.Column(reference.Column) is { } referred)
                    {
                        yield return (new Hop(column, referred, referred == target.Key), target);
                    }

                    continue;
                }

                var on = On(target);
                var met = target.Columns.FirstOrDefault(d => d.Type == column.Type && values.Count > 0 && IsRelated(column, on, d) && on.IsUnique(d)
                    && values.IsSubsetOf(on.Values(d)));
                if (met is not null)
                {
                    yield return (new Hop(column, met, met == target.Key), target);
                }
            }
        }
    }

    /// <summary>Whether a column's name speaks of rows of another table.</summary>
    private static bool IsRelated(ColumnModel column, QueryScope target, ColumnModel met)
    {
        var words = NounWords.Of(column.Name);
        var named = words.Where(w => w is not ("id" or "name" or "key" or "number" or "code" or "by")).ToList();
        return named.Count > 0 && (target.Nouns.Contains(named[^1])
            || (words.SequenceEqual(NounWords.Of(met.Name)) && (words.Count > 1 || words[0] is "username" or "email"))
            || ((IsPerson(named[^1]) || named[^1] is "username" or "created" or "assigned") && target.Nouns.Any(IsPerson)));
    }
}
