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

        var pairing = new RowPairing(schema, initial);
        RowPair[] pairs = [.. StateDiff.Tables(schema, final, golden).SelectMany(table => pairing.Pair(table, final.Rows(table), golden.Rows(table)))];
        return [.. pairs.Select(pairing.Difference).OfType<RowDifference>()];
    }

    /// <summary>Returns the primary key of a row as an object, or the whole row if its table has no key.</summary>
    public static Value KeyOf(DatabaseSchema schema, string table, ObjectValue row)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(row);
        return schema.Table(table) is { PrimaryKey.Count: > 0 } known ? Value.Object([.. known.PrimaryKey.Select(c => (c, row[c]))]) : Value.From(row);
    }
}
