using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Reads a state as people dump it: <c>{table:[row]}</c>, <c>{table:{key:row}}</c>, an object of plain values (a table of
/// one row), an array of plain values (rows with the one column <c>value</c>), and plain values beside the tables (one
/// row of the table <c>state</c>). Table, column and nested names stay as dumped; nested values become JSON columns.
/// </summary>
public static class StateDump
{
    private const string Root = "state";

    /// <exception cref="JsonException">The dump is no JSON object, or a table mixes rows and plain values.</exception>
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
                IReadOnlyList<ObjectValue> rows = content.IsArray ? FromArray(name, content) : FromObject(name, content.AsObject);
                tables.Add(KeyValuePair.Create(name, rows));
            }
            else
            {
                plain = plain.With(name, content);
            }
        }

        if (plain.Count > 0)
        {
            if (tables.Any(t => t.Key == Root))
            {
                throw new JsonException($"The dump has plain values beside a table named {Root}; rename that table or wrap the values.");
            }

            tables.Add(KeyValuePair.Create<string, IReadOnlyList<ObjectValue>>(Root, [plain]));
        }

        return DatabaseState.From(tables);
    }

    private static ObjectValue[] FromArray(string table, Value content)
    {
        var items = content.AsArray.ToArray();
        var objects = items.Count(i => i.IsObject);
        if (objects > 0 && objects < items.Length)
        {
            var at = Array.FindIndex(items, i => !i.IsObject);
            throw new JsonException($"Row {at} of table {table} is {items[at].Kind}, the others are objects.");
        }

        return objects > 0
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

    /// <summary>A row that does not hold its own key gets it in front, in a column named after the table.</summary>
    private static string KeyColumn(string table, (string Key, ObjectValue Row)[] rows)
    {
        var singular = table.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? table[..^3] + "y"
            : table.EndsWith("ss", StringComparison.OrdinalIgnoreCase) ? table
            : table.EndsWith('s') ? table[..^1] : table;
        string[] candidates = [singular + "_id", "id", "key", "_key"];
        return candidates.FirstOrDefault(c => !Array.Exists(rows, r => r.Row.TryGet(c, out _)))
            ?? throw new JsonException($"Table {table} is keyed, but its rows already have the columns {string.Join(", ", candidates)}.");
    }

    private static bool IsText(Value value, string text) =>
        value.IsString ? value.AsString == text : value.IsNumber && CanonicalJson.Number(value.AsNumber) == text;
}
