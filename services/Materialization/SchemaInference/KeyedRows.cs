using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// A dump in which every table that has rows has a key: a column of the rows where one tells them apart, else their
/// position in a column of its own.
/// </summary>
internal static class KeyedRows
{
    private const string Position = "position";

    /// <param name="keys">Gets the key column of each table with rows.</param>
    public static DatabaseState Of(DatabaseState dump, Dictionary<string, string> keys)
    {
        var tables = new List<KeyValuePair<string, IReadOnlyList<ObjectValue>>>();
        foreach (var given in dump.Tables)
        {
            var rows = dump.Rows(given);
            var table = Escaped(given, rows, dump);
            if (table == DatabaseState.SessionTable || rows.Count == 0)
            {
                tables.Add(KeyValuePair.Create(table, rows));
                continue;
            }

            keys[table] = KeyOf(table, rows) ?? Free(rows);
            tables.Add(KeyValuePair.Create(table, rows[0].TryGet(keys[table], out _) ? rows : Numbered(rows, keys[table])));
        }

        return DatabaseState.From(tables);
    }

    /// <summary>A column without gaps or repetitions and of one type, the usual names first.</summary>
    private static string? KeyOf(string table, IReadOnlyList<ObjectValue> rows)
    {
        var singular = Words.ResourceKey(Words.Split(table));
        return rows[0].Select(m => m.Key)
            .Where(n => (rows.All(r => r[n].IsString) || rows.All(r => r[n].IsInteger)) && rows.Select(r => r[n]).Distinct().Count() == rows.Count)
            .OrderBy(n => Rank(Words.Snake(n), singular))
            .FirstOrDefault();
    }

    private static int Rank(string name, string singular) => name == "id" || name == $"{singular}_id" ? 0
        : name.EndsWith("_id", StringComparison.Ordinal) ? 1
        : name is "key" or "_key" or "code" or "name" or "uuid" || name.EndsWith("_number", StringComparison.Ordinal) ? 2 : 3;

    private static ObjectValue[] Numbered(IReadOnlyList<ObjectValue> rows, string key) =>
        [.. rows.Select((row, i) => new ObjectValue([key, .. row.Names], [Value.From(i + 1), .. row.Values]))];

    private static string Free(IReadOnlyList<ObjectValue> rows)
    {
        var name = Position;
        while (rows.Any(r => r.TryGet(name, out _)))
        {
            name = "_" + name;
        }

        return name;
    }

    /// <summary>A table's own name where a table can have it: none is nameless, and the session's table is reserved for the session's row.</summary>
    private static string Escaped(string table, IReadOnlyList<ObjectValue> rows, DatabaseState dump)
    {
        var name = table;
        if (name.Length == 0 || (name == DatabaseState.SessionTable && !IsSession(rows)))
        {
            do
            {
                name += "_";
            }
            while (dump.Tables.Contains(name, StringComparer.Ordinal));
        }

        return name;
    }

    private static bool IsSession(IReadOnlyList<ObjectValue> rows) => rows.Count == 0 || (rows.Count == 1 && rows[0]["clock"].IsInteger);
}
