using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Reads the common forms of a dump: <c>{table:[row]}</c>, <c>{table:{key:row}}</c>, an object of plain values (a table of one row), an array with plain
/// values (rows with the single column <c>value</c>, also for its other items), and plain values beside the tables (one row of the table <c>state</c>).
/// Table, column and nested names stay as dumped. Nested values become JSON columns.
/// </summary>
public static class StateDump
{
    private const string Root = "state";

    /// <exception cref="JsonException">The dump is not a JSON object.</exception>
    public static DatabaseState Read(Value dump)
    {
        if (!dump.IsObject)
        {
            throw new JsonException($"A state is an object of tables, found {dump.Kind}. Give {{\"table\": [row, ...]}}.");
        }

        var tables = new List<KeyValuePair<string, IReadOnlyList<ObjectValue>>>();
        var plain = ObjectValue.Empty;
        foreach (var (name, content) in dump.AsObject)
        {
            if (content.IsArray || content.IsObject)
            {
                IReadOnlyList<ObjectValue> rows = content.IsArray ? FromArray(content) : FromObject(name, content.AsObject);
                tables.Add(KeyValuePair.Create(name, rows));
            }
            else
            {
                plain = plain.With(name, content);
            }
        }

        if (plain.Count > 0)
        {
            tables.Add(KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>(Free(Root, name => tables.Exists(t => t.Key == name)), [plain]));
        }

        return DatabaseState.From(tables);
    }

    private static ObjectValue[] FromArray(Value content)
    {
        var items = content.AsArray.ToArray();
        return Array.TrueForAll(items, i => i.IsObject)
            ? Array.ConvertAll(items, i => i.AsObject)
            : Array.ConvertAll(items, i => new ObjectValue(["value"], [i]));
    }

    private static ObjectValue[] FromObject(string table, ObjectValue content)
    {
        var keyed = content.Count > 0;
        foreach (var value in content.Values)
        {
            keyed &= value.IsObject;
        }

        if (!keyed)
        {
            return content.Count == 0 ? [] : [content];
        }

        var rows = content.Select(m => (m.Key, Row: m.Value.AsObject)).ToArray();
        if (rows[0].Row.Any(m => Array.TrueForAll(rows, r => IsText(r.Row[m.Key], r.Key))))
        {
            return Array.ConvertAll(rows, r => r.Row);
        }

        var column = KeyColumn(table, rows);
        return Array.ConvertAll(rows, r => new ObjectValue([column, .. r.Row.Names], [r.Key, .. r.Row.Values]));
    }

    /// <summary>Names the column for the keys of rows that do not hold their own key. It becomes their first column.</summary>
    private static string KeyColumn(string table, (string Key, ObjectValue Row)[] rows)
    {
        var singular = table.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? table[..^3] + "y"
            : table.EndsWith("ss", StringComparison.OrdinalIgnoreCase) ? table
            : table.EndsWith('s') ? table[..^1] : table;
        string[] candidates = [singular + "_id", "id", "key", "_key"];
        return candidates.FirstOrDefault(c => !IsColumn(c)) ?? Free(candidates[^1], IsColumn);

        bool IsColumn(string name) => Array.Exists(rows, r => r.Row.TryGet(name, out _));
    }

    /// <summary>Returns the name with as many leading underscores as it needs to be unique.</summary>
    private static string Free(string name, Predicate<string> taken)
    {
        while (taken(name))
        {
            name = "_" + name;
        }

        return name;
    }

    private static bool IsText(Value value, string text) =>
        value.IsString ? value.AsString == text : value.IsNumber && CanonicalJson.Number(value.AsNumber) == text;
}
