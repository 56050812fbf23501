using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Says in which rows and columns two states differ that were reached from one initial state. Whether they differ at all is
/// <see cref="StateAlignment"/>'s word. Rows whose keys were made since then are paired by the values that they share, and
/// the keys of a pair count as one wherever they are referred to.
/// </summary>
public static class StateComparison
{
    /// <summary>The rows that differ, tables in the schema's order, rows in order of key; none where the states are equal under the schema.</summary>
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

    /// <summary>The primary key of a row as an object; the whole row where its table has none.</summary>
    public static Value KeyOf(DatabaseSchema schema, string table, ObjectValue row)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(row);
        return schema.Table(table) is { PrimaryKey.Count: > 0 } known ? Value.Object([.. known.PrimaryKey.Select(c => (c, row[c]))]) : Value.From(row);
    }
}
