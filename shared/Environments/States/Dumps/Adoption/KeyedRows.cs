using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// The key of dumped rows: a column where one tells them apart, else their position in a column of its own. No column of a single row is its key: any of
/// them may change.
/// </summary>
internal static class KeyedRows
{
    private const string Position = "position";

    /// <summary>A table of the dump with its key.</summary>
    public static DumpedTable Of(string table, DumpForm form, IReadOnlyList<ObjectValue> rows)
    {
        if (rows.Count == 0)
        {
            return new DumpedTable(table, form, rows, null);
        }

        var key = form switch
        {
            SingleForm or RootForm => null,
            EntryForm { Key: { } name } when IsKey(rows, name) => name,
            _ => KeyOf(table, rows, int.MaxValue),
        } ?? FreeColumn(rows);
        return rows[0].TryGet(key, out _) ? new DumpedTable(table, form, rows, key)
            : new DumpedTable(table, form with { Position = key }, Numbered(rows, key), key);
    }

    /// <summary>The key of rows inside rows: the name under which they stand, or a column that is named like a key. Null if there is none.</summary>
    public static string? OfNested(string table, DumpForm items, IReadOnlyList<ObjectValue> rows) => items switch
    {
        SingleForm => null,
        EntryForm { Key: { } name } when IsKey(rows, name) => name,
        _ => KeyOf(table, rows, 2),
    };

    /// <summary>A name for a column of positions that no row has.</summary>
    public static string FreeColumn(IReadOnlyList<ObjectValue> rows) => FreeNames.Before(Position, name => rows.Any(r => r.TryGet(name, out _)));

    /// <summary>A column without gaps or repetitions and of one type, the usual names first.</summary>
    private static string? KeyOf(string table, IReadOnlyList<ObjectValue> rows, int lastRank)
    {
        var singular = Words.ResourceKey(Words.Split(table));
        return rows[0].Select(m => m.Key)
            .Where(n => IsKey(rows, n) && Rank(Words.Snake(n), singular) <= lastRank)
            .OrderBy(n => Rank(Words.Snake(n), singular))
            .FirstOrDefault();
    }

    private static bool IsKey(IReadOnlyList<ObjectValue> rows, string name) =>
        (rows.All(r => r[name].IsString) || rows.All(r => r[name].IsInteger)) && rows.Select(r => r[name]).Distinct().Count() == rows.Count;

    private static int Rank(string name, string singular) => name == "id" || name == $"{singular}_id" ? 0
        : name.EndsWith("_id", StringComparison.Ordinal) ? 1
        : name is "key" or "_key" or "code" or "name" or "uuid" || name.EndsWith("_number", StringComparison.Ordinal) ? 2 : 3;

    private static ObjectValue[] Numbered(IReadOnlyList<ObjectValue> rows, string key) =>
        [.. rows.Select((row, i) => new ObjectValue([key, .. row.Names], [Value.From(i + 1), .. row.Values]))];
}
