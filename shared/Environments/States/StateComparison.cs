using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Finds the rows and columns in which two states differ that were reached from one initial state. Only <see cref="StateAlignment"/> decides whether
/// they differ at all. Rows with keys that were generated since then are paired by the values that they share, and the keys of a pair count as equal in
/// every reference.
/// </summary>
public static class StateComparison
{
    /// <summary>Returns the rows that differ, by table in the schema's order and by key. Empty if the states are equal under the schema.</summary>
    public static IReadOnlyList<RowDifference> Between(DatabaseSchema schema, DatabaseState initial, DatabaseState final, DatabaseState golden)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (StateAlignment.Aligned(schema, initial, final, golden))
        {
            return [];
        }

        return Differences(schema, initial, final, golden);
    }

    /// <summary>
    /// Returns the tables in which two states differ that are not equal under the schema, in the schema's order. These are the tables of the rows that
    /// <see cref="Between"/> finds. If it finds none, they are the tables of the diff.
    /// </summary>
    public static IReadOnlyList<string> Tables(DatabaseSchema schema, DatabaseState initial, DatabaseState final, DatabaseState golden)
    {
        ArgumentNullException.ThrowIfNull(schema);
        string[] tables = [.. Differences(schema, initial, final, golden).Select(row => row.Table).Distinct(StringComparer.Ordinal)];
        return tables.Length > 0 ? tables : [.. StateDiff.Between(schema, golden, final).AsObject.Select(table => table.Key)];
    }

    /// <summary>Returns the primary key of a row as an object, or the whole row if its table has no key.</summary>
    public static Value KeyOf(DatabaseSchema schema, string table, ObjectValue row)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(row);
        return schema.Table(table) is { PrimaryKey.Count: > 0 } known ? Value.Object([.. known.PrimaryKey.Select(c => (c, row[c]))]) : Value.From(row);
    }

    private static RowDifference[] Differences(DatabaseSchema schema, DatabaseState initial, DatabaseState final, DatabaseState golden)
    {
        var pairing = StateAlignment.Aligner(schema, initial).Pairing();
        RowPair[] pairs =
        [
            .. StateDiff.Tables(schema, final, golden)
                .Where(table => !ReferenceEquals(final.Rows(table), golden.Rows(table)))
                .SelectMany(table => pairing.Pair(table, final.Rows(table), golden.Rows(table))),
        ];
        return [.. pairs.Select(pairing.Difference).OfType<RowDifference>()];
    }
}
