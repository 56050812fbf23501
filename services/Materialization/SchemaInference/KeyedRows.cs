using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// A dumped table that has a key if it has rows: a column of the rows where one tells them apart, else their
/// position in a column of its own. No column of a single row is its key: any of them may change.
/// </summary>
internal static class KeyedRows
{
    private const string Position = "position";

    /// <param name="keys">Gets the key column of the table if it has rows.</param>
    public static DumpedTable Of(DumpedTable table, Dictionary<string, string> keys)
    {
        if (table.Rows.Count == 0)
        {
            return table;
        }

        var key = keys[table.Name] = (table.Form is SingleForm or RootForm ? null : KeyOf(table.Name, table.Rows)) ?? Free(table.Rows);
        return table.Rows[0].TryGet(key, out _) ? table : table with { Rows = Numbered(table.Rows, key), Form = table.Form with { Position = key } };
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
}
