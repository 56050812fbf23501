using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using System.Text.Json;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// Reads each member of a dump into a table: those of the schema's tables in their forms as far as they have them, others as they look. Names stay as
/// dumped, and nested values become JSON columns.
/// </summary>
internal sealed class DumpReader
{
    private const string Root = "state";

    private readonly ObjectValue _dump;
    private readonly TableSchema? _root;
    private readonly HashSet<string> _columns;
    private readonly Dictionary<string, TableSchema> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<TableReading> _readings = [];

    private DumpReader(DatabaseSchema schema, ObjectValue dump, bool reserved)
    {
        _dump = dump;
        _root = schema.Tables.FirstOrDefault(t => t.Form is RootForm);
        _columns = _root?.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var table in schema.Tables.Where(t => t.Form is not RootForm and not NestedForm))
        {
            _tables[MemberOf(table)] = table;
        }

        _taken.UnionWith(schema.Tables.Select(t => t.Name));
        if (reserved)
        {
            _taken.UnionWith([DatabaseState.SessionTable, ""]);
        }
    }

    /// <param name="reserved">Whether a member that is named like the session's table, or not at all, gets another name.</param>
    /// <exception cref="JsonException">The dump is not a JSON object.</exception>
    public static List<TableReading> Read(DatabaseSchema schema, Value dump, bool reserved) => dump.IsObject
        ? new DumpReader(schema, dump.AsObject, reserved).Read()
        : throw new JsonException($"A state is an object of tables, found {dump.Kind}. Give {{\"table\": [row, ...]}}.");

    /// <summary>A table of the schema of whose rows none was read from a dump.</summary>
    public static TableReading Unread(TableSchema table) =>
        new(table.Name, table.PrimaryKey, FormOf(table) ?? new ListForm(MemberOf(table)), [], table.Form is null or MissingForm);

    private List<TableReading> Read()
    {
        var plain = new Members();
        var others = new List<(string Name, Value Content)>();
        foreach (var (name, content) in _dump)
        {
            var whole = !content.IsArray && !content.IsObject;
            if (_tables.TryGetValue(name, out var table) && (table.Form is not null and not MissingForm || !whole))
            {
                _tables.Remove(name);
                _readings.Add(Read(table, content));
            }
            else if (whole || _columns.Contains(name))
            {
                plain[name] = content;
            }
            else
            {
                others.Add((name, content));
            }
        }

        foreach (var (name, content) in others)
        {
            var table = FreeNames.After(name, n => _taken.Contains(n) || (n != name && _dump.TryGet(n, out _)));
            _taken.Add(table);
            var form = Looks(name, content, null, null);
            _readings.Add(new TableReading(table, [], form, form.Read(content)));
        }

        ReadRoot(plain.ToValue());
        _readings.AddRange(_tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => Unread(t) with { Absent = true }));
        return _readings;
    }

    private void ReadRoot(Value plain)
    {
        if (_root is not null)
        {
            _readings.Add(new TableReading(_root.Name, _root.PrimaryKey, _root.Form, _root.Form!.Read(plain)));
        }
        else if (plain.AsObject.Count > 0)
        {
            _readings.Add(new TableReading(FreeNames.Before(Root, _taken.Contains), [], new RootForm(), new RootForm().Read(plain)));
        }
    }

    /// <summary>Reads a table of the schema in whatever form the dump has it now.</summary>
    private static TableReading Read(TableSchema table, Value content)
    {
        var form = FormOf(table);
        if (content.IsNull)
        {
            return new TableReading(table.Name, table.PrimaryKey, form ?? new ListForm(MemberOf(table)), [], true);
        }

        if (!content.IsArray && !content.IsObject)
        {
            return new TableReading(table.Name, table.PrimaryKey, null, []);
        }

        var undecided = table.Form is MapForm { Key: null } && content.IsObject && content.AsObject.Count > 0;
        var fits = form is not null && !undecided && (form.Fits(content) || form is MapForm map && map.FitsPartly(content));
        form = fits ? form! : Looks(MemberOf(table), content, table.PrimaryKey[0], form?.Position);
        return new TableReading(table.Name, table.PrimaryKey, form, form.Read(content));
    }

    private static string MemberOf(TableSchema table) => table.Form?.Member ?? table.Name;

    /// <summary>The form of a table with what the schema tells beside it.</summary>
    private static DumpForm? FormOf(TableSchema table) => table.Form switch
    {
        MapForm map when (map.Key ?? table.PrimaryKey[0]) is var key => map with { Key = key, Numbers = table.Column(key)?.Type == ColumnType.Integer },
        ListForm list => list with { HoldsPlain = table.Column(DumpForm.PlainColumn) is null },
        MissingForm => null,
        var form => form,
    };

    /// <summary>Returns the form that a list or an object has by its looks.</summary>
    /// <param name="key">A column that the rows of a map get for their keys if they do not hold them and nobody else has it.</param>
    private static DumpForm Looks(string member, Value content, string? key, string? position)
    {
        if (content.IsArray)
        {
            return Array.TrueForAll(content.AsArray.ToArray(), i => i.IsObject) ? new ListForm(member, position) : new ValuesForm(member, position);
        }

        var rows = content.AsObject;
        if (rows.Any(m => !m.Value.IsObject))
        {
            return new SingleForm(member, position);
        }

        if (rows.Count == 0)
        {
            return new MapForm(member, key, true);
        }

        var held = rows.Values[0].AsObject.Names.ToArray().FirstOrDefault(n => rows.All(r => IsText(r.Value[n], r.Key)));
        return held is not null ? new MapForm(member, held, true) : new MapForm(member, KeyColumn(member, [.. rows.Select(r => r.Value.AsObject)], key), false);
    }

    /// <summary>Names the column for the keys of rows that do not hold their own key. It becomes their first column.</summary>
    internal static string KeyColumn(string table, IReadOnlyList<ObjectValue> rows, string? wanted)
    {
        var singular = Words.Split(table) is { Count: > 0 } words ? Words.ResourceKey(words) : table;
        string[] candidates = [.. wanted is null ? [] : (string[])[wanted], singular + "_id", "id", "key"];
        return candidates.FirstOrDefault(c => !IsColumn(c)) ?? FreeNames.Before("_key", IsColumn);

        bool IsColumn(string name) => rows.Any(r => r.TryGet(name, out _));
    }

    internal static bool IsText(Value value, string text) =>
        value.IsString ? value.AsString == text : value.IsNumber && CanonicalJson.Number(value.AsNumber) == text;
}
