using System.Text.Json;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States.Dumps;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>
/// Reads the common forms of a dump: <c>{table:[row]}</c>, <c>{table:{key:row}}</c>, an object of plain values (a table of one row), an array with plain
/// values (rows with the single column <c>value</c>, also for its other items), and plain values beside the tables (one row of the table <c>state</c>).
/// Table, column and nested names stay as dumped. Nested values become JSON columns.
/// </summary>
public static class StateDump
{
    private static readonly DatabaseSchema Unknown = new([]);

    /// <exception cref="JsonException">The dump is not a JSON object.</exception>
    public static DatabaseState Read(Value dump) =>
        DatabaseState.From(DumpReader.Read(Unknown, dump, reserved: false).Select(r => KeyValuePair.Create(r.Table, r.Rows)));

    /// <summary>
    /// Reads a dump that is adopted: each table with its form, and tables that stand inside rows of others after these. No table has the name of the
    /// session's table, or none.
    /// </summary>
    /// <exception cref="JsonException">The dump is not a JSON object.</exception>
    public static IReadOnlyList<DumpedTable> Adopt(Value dump) => DumpAdopter.Adopt(dump);
}
