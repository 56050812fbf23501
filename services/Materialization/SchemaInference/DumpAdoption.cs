using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Brings the user's own database into the plan: names stay as dumped; types, keys, enumerations and relations are read off
/// the rows and hold for them. Every table of the dump comes to stand in the plan, whatever its rows are like.
/// </summary>
internal sealed class DumpAdoption
{
    private const int MaxEnumeration = 12;

    private readonly DatabaseState _dump;
    private readonly Dictionary<string, string> _keys;
    private readonly Dictionary<string, DumpForm> _forms;
    private readonly SortedDictionary<string, string> _tables = new(StringComparer.Ordinal);

    /// <exception cref="System.Text.Json.JsonException">The dump is not a JSON object.</exception>
    public DumpAdoption(Value dump)
    {
        var tables = StateDump.Adopt(dump);
        _keys = tables.Where(t => t.Key is not null).ToDictionary(t => t.Name, t => t.Key!, StringComparer.Ordinal);
        _dump = DatabaseState.From(tables.Select(t => KeyValuePair.Create(t.Name, t.Rows)));
        _forms = tables.ToDictionary(t => t.Name, t => t.Form, StringComparer.Ordinal);
        foreach (var table in _dump.Tables)
        {
            _tables.Add(ResourceOf(table), table);
        }
    }

    /// <summary>Resources of dumped tables.</summary>
    public IEnumerable<string> Resources => _tables.Keys;

    /// <summary>The dumped table of a resource, or null.</summary>
    public string? TableOf(string resource) => _tables.GetValueOrDefault(resource);

    /// <summary>The things that tools may mean by their words.</summary>
    public IReadOnlyList<Queries.DumpedNoun> Nouns => field ??= [.. _tables.Select(t =>
        new Queries.DumpedNoun(t.Value, t.Key, Above(t.Value), _dump.Rows(t.Value), IsSingle(_forms.GetValueOrDefault(t.Value)))
        {
            Pairs = IsPairs(_forms.GetValueOrDefault(t.Value)),
        })];

    /// <summary>Whether a form is that of one thing: its columns are things of their own.</summary>
    public static bool IsSingle(DumpForm? form) => form is SingleForm or RootForm or NestedForm { Items: SingleForm, Reference: null };

    /// <summary>The columns that the adoption added to the rows of a table: positions, and what rows inside rows refer by.</summary>
    public static IEnumerable<string> Added(DumpForm? form) => form switch
    {
        NestedForm nested => [.. nested.Position is { } position ? [position] : Array.Empty<string>(),
            .. nested is { Held: false, Reference: { } reference } ? [reference] : Array.Empty<string>(), .. Added(nested.Items)],
        { Position: { } position } => [position],
        _ => [],
    };

    /// <summary>The column of a map's names that its items do not hold, or null.</summary>
    public static string? MapKey(DumpForm? form) => form switch
    {
        NestedForm nested => MapKey(nested.Items),
        MapForm { Held: false, Key: { } key } => key,
        PairsForm { Key: { } key } => key,
        _ => null,
    };

    /// <summary>The column of the names under which the rows of a resource stand, where the rows do not hold them; null elsewhere.</summary>
    public string? NameColumn(string resource) => _tables.GetValueOrDefault(resource) is { } table ? MapKey(_forms.GetValueOrDefault(table)) : null;

    /// <summary>Whether a form is that of names with one value each.</summary>
    public static bool IsPairs(DumpForm? form) => form is PairsForm or NestedForm { Items: PairsForm };

    private IEnumerable<string> Above(string table) => _forms.GetValueOrDefault(table) is NestedForm nested
        ? [nested.Parent, .. nested.Path.SkipLast(1), .. Above(nested.Parent)]
        : [];

    /// <summary>The rows of a table; none where the dump does not have it.</summary>
    public IReadOnlyList<ObjectValue> Rows(string table) => _dump.Rows(table);

    /// <summary>Resources of which the dump keeps one thing, with its row.</summary>
    public IEnumerable<(string Resource, ObjectValue Row)> Singles => _tables
        .Where(t => IsSingle(_forms.GetValueOrDefault(t.Value)) && _dump.Rows(t.Value).Count == 1).Select(t => (t.Key, _dump.Rows(t.Value)[0]));

    /// <summary>Resources that have rows, with the first row of each.</summary>
    public IEnumerable<(string Resource, ObjectValue Row)> Samples =>
        _tables.Where(t => _dump.Rows(t.Value).Count > 0).Select(t => (t.Key, _dump.Rows(t.Value)[0]));

    /// <summary>Lists of plain values, none of which stands twice.</summary>
    public IEnumerable<(string Resource, string Table, IReadOnlyList<Value> Values)> Lists => _tables
        .Where(t => _forms.GetValueOrDefault(t.Value) is ValuesForm { Position: null } && _dump.Rows(t.Value).Count > 0)
        .Select(t => (t.Key, t.Value, (IReadOnlyList<Value>)[.. _dump.Rows(t.Value).Select(r => r["value"])]));

    /// <summary>Maps from names to plain values.</summary>
    public IEnumerable<(string Resource, string Table, IReadOnlyList<Value> Values)> Pairs => _tables
        .Where(t => _forms.GetValueOrDefault(t.Value) is PairsForm)
        .Select(t => (t.Key, t.Value, (IReadOnlyList<Value>)[.. _dump.Rows(t.Value).Select(r => r["value"])]));

    /// <summary>Lists of plain values, and lists in which nothing stands yet.</summary>
    public IEnumerable<(string Resource, string Table)> PlainLists => _tables.Where(t => _forms.GetValueOrDefault(t.Value) is ValuesForm
            || (_forms.GetValueOrDefault(t.Value) is ListForm && _dump.Rows(t.Value).Count == 0))
        .Select(t => (t.Key, t.Value));

    /// <summary>Maps from names to lists of plain values.</summary>
    public IEnumerable<(string Resource, string Table)> ListsByName => _tables
        .Where(t => IsPairs(_forms.GetValueOrDefault(t.Value)) && _dump.Rows(t.Value) is { Count: > 0 } rows && rows.All(r => r["value"].IsArray))
        .Select(t => (t.Key, t.Value));

    /// <summary>Whether a dumped table has the name.</summary>
    public bool Names(string table) => _dump.Tables.Contains(table, StringComparer.Ordinal);

    /// <summary>Gives a new plan the columns of its dumped rows.</summary>
    public void Begin(TablePlan table)
    {
        var rows = _dump.Rows(table.Name);
        table.Form = _forms.GetValueOrDefault(table.Name) ?? new MissingForm(table.Name);
        foreach (var name in rows.SelectMany(r => r.Select(m => m.Key)).Distinct(StringComparer.Ordinal))
        {
            var values = rows.Select(r => r[name]).Where(v => !v.IsNull).ToList();
            var type = TypeOf(values) is var held && held == ColumnType.Integer && Measures(name, table.Singular) ? ColumnType.Number : held;
            var column = new ColumnPlan
            {
                Name = name,
                Facts = new ColumnFacts(type, type == ColumnType.Any ? Source.Convention : Source.Recording),
                Dumped = true,
                Cells = [.. rows.Select(r => r[name])],
                Semantic = Semantics.Of(name, type is ColumnType.Integer or ColumnType.Number ? NodeKind.Number : NodeKind.String, null, table.Singular),
            };
            if (values.Count < rows.Count)
            {
                // Rows without a null do not say that there never is one.
                column.Facts.Nullable.Say(true, Source.Recording);
            }

            // The rows hold the values; that there are no others is a guess by the column's name.
            column.Facts.Enum.Say(Enumeration(name, values, rows.Count), Source.Convention);
            column.Origins.Add($"state dump, {table.Name}.{name}");
            table.Columns.Add(column);
        }
    }

    /// <summary>The key of dumped rows, or null where there are none.</summary>
    public string? KeyOf(string table) => _keys.GetValueOrDefault(table);

    /// <summary>Tells tables inside rows whose they are.</summary>
    public void Relate(DomainPlan plan)
    {
        foreach (var table in plan.Tables)
        {
            if (table.Form is NestedForm { Reference: { } reference, ParentKey: { } key } form && plan.Table(form.Parent) is { } parent)
            {
                table.Parent = parent;
                table.Column(reference)?.Facts.References.Say(new ColumnReference(parent.Name, key), Source.Recording);
            }
        }
    }

    /// <summary>Takes back what the dumped rows contradict.</summary>
    public void Finish(DomainPlan plan)
    {
        foreach (var column in plan.Sketches.SelectMany(s => s.Assignments)
            .Where(a => a is { Column: { Type: ColumnType.Integer, Dumped: true }, Parameter.Node.Kind: NodeKind.Number }).Select(a => a.Column))
        {
            // Rows without a fraction do not say that there never is one, and a tool takes them.
            column.Facts.Type.Correct(ColumnType.Number);
        }

        foreach (var table in plan.Tables.Where(t => _dump.Tables.Contains(t.Name)))
        {
            var rows = _dump.Rows(table.Name);
            table.Form = table.Form is ListForm or ValuesForm or NestedForm { Items: ListForm } ? table.Form with { Order = Order(table, rows) } : table.Form;
            foreach (var column in table.Columns.Where(c => c != table.Key && rows.Any(r => r[c.Name].IsNull)))
            {
                column.Demanded &= !column.Facts.Nullable.Say(true, Source.Recording);
            }

            foreach (var column in table.Columns.Where(c => rows.Any(r => !Fits(c.Type, r[c.Name]))))
            {
                // A tool that names one type speaks for its own values, not for rows that hold others.
                column.Facts.Type.Say(ColumnType.Any, Source.Recording);
                column.Facts.Nullable.Say(true, Source.Recording);
                column.Facts.Enum.Say(null, Source.Recording);
                column.Facts.References.Say(null, Source.Recording);
                column.Node = null;

                // Rows that are there cannot be told away, whoever named another type.
                column.Facts.Type.Correct(ColumnType.Any);
            }

            foreach (var column in table.Columns.Where(c => c != table.Key && NewValues.Of(table, c) is NoValue))
            {
                // A new row holds nothing that nobody gave.
                column.Demanded &= !column.Facts.Nullable.Say(true, Source.Recording);
            }

            foreach (var column in table.Columns.Where(c => c.References is not null))
            {
                var referred = _dump.Rows(column.References!.Table).Select(r => r[column.References.Column]).ToHashSet();
                if (rows.Any(r => !r[column.Name].IsNull && !referred.Contains(r[column.Name])))
                {
                    column.Facts.References.Say(null, Source.Recording);
                }
            }

            foreach (var column in table.Columns.Where(c => c.Enum is not null))
            {
                column.Facts.Enum.Say([.. column.Enum!, .. rows.Select(r => r[column.Name]).Where(v => !v.IsNull).Distinct().Except(column.Enum!)],
                    Source.Recording);
            }

            foreach (var claim in table.Claims.Where(u =>
                rows.Select(r => string.Join('\u001f', u.Columns.Select(c => r[c].ToJson()))).Distinct().Count() < rows.Count))
            {
                claim.Holds.Say(false, Source.Recording);
            }
        }
    }

    /// <summary>The dumped rows in order of their keys, and empty tables for what only the tools know.</summary>
    public DatabaseState State(DomainModel plan)
    {
        var keys = plan.Tables.ToDictionary(t => t.Name, t => t.Key.Name, StringComparer.Ordinal);
        return DatabaseState.From(_dump.Tables.Concat(keys.Keys.Where(t => !Names(t)).Order(StringComparer.Ordinal)).Select(table =>
            KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>(table, [.. _dump.Rows(table).OrderBy(r => r[keys[table]], ValueOrder.Comparer)])));
    }

    /// <summary>The keys of the rows in the order of the dump; null where this is the order of the keys.</summary>
    private static Value[]? Order(TablePlan table, IReadOnlyList<ObjectValue> rows)
    {
        var keys = rows.Select(r => r[table.Key.Name]).ToArray();
        return keys.Zip(keys.Skip(1)).All(pair => ValueOrder.Compare(pair.First, pair.Second) <= 0) ? null : keys;
    }

    /// <summary>The name by which tools are bound to a dumped table; of two tables that would have the same, the second gets a number.</summary>
    private string ResourceOf(string table)
    {
        var resource = Words.ResourceKey(Words.Split(table));
        resource = resource.Length == 0 ? "record" : resource;
        var unique = resource;
        for (var i = 2; _tables.ContainsKey(unique); i++)
        {
            unique = $"{resource}_{i}";
        }

        return unique;
    }

    private static List<Value>? Enumeration(string name, List<Value> values, int rows)
    {
        var distinct = values.Where(v => v.IsString).Select(v => v.AsString).Distinct().Order(StringComparer.Ordinal).ToList();
        var closed = Words.Split(name) is { Count: > 0 } words
            && words[^1] is "status" or "state" or "phase" or "priority" or "type" or "kind" or "category" or "severity" or "cabin" or "tier" or "membership";
        return closed && distinct.Count is > 1 and <= MaxEnumeration && distinct.Count * 2 <= rows && values.TrueForAll(v => v.IsString)
            ? [.. distinct.Select(d => Value.From(d))]
            : null;
    }

    /// <summary>Whether numbers of a column may have fractions, although none of the rows has one: money, and what a tank holds.</summary>
    private static bool Measures(string name, string singular) => ColumnRoles.Of(name, NodeKind.Number, singular) is ColumnRole.Balance or ColumnRole.Total
        || ColumnRoles.IsMoney(name, NodeKind.Number);

    private static ColumnType TypeOf(List<Value> values) =>
        values.Count == 0 ? ColumnType.Any
        : values.TrueForAll(v => v.IsString) ? ColumnType.String
        : values.TrueForAll(v => v.IsInteger) ? ColumnType.Integer
        : values.TrueForAll(v => v.IsNumber) ? ColumnType.Number
        : values.TrueForAll(v => v.IsBoolean) ? ColumnType.Boolean
        : values.TrueForAll(v => v.IsArray) ? ColumnType.Array
        : values.TrueForAll(v => v.IsObject) ? ColumnType.Object
        : ColumnType.Any;

    private static bool Fits(ColumnType type, Value value) => value.IsNull || type switch
    {
        ColumnType.String => value.IsString,
        ColumnType.Date or ColumnType.Datetime => value.IsString,
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        ColumnType.Array => value.IsArray,
        ColumnType.Object => value.IsObject,
        _ => true,
    };
}
