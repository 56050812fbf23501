using System.Text.Json;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>
/// A state in either form, tables or a dump: the tables that it holds, and the dump that changed tables are. Where no dump was adopted, both forms are the
/// same. The Python runtime does the same in <c>dumps.py</c>.
/// </summary>
public sealed class GivenState
{
    private readonly ObjectValue _dump;
    private readonly List<TableReading>? _readings;

    private GivenState(DatabaseState tables, ObjectValue dump, List<TableReading>? readings, Nesting nesting) =>
        (Tables, _dump, _readings, Nesting) = (tables, dump, readings, nesting);

    public DatabaseState Tables { get; }

    /// <summary>The dump as it was given. Null if tables were given.</summary>
    internal Value? Given { get; private init; }

    /// <summary>How rows stand inside rows.</summary>
    internal Nesting Nesting { get; }

    /// <summary>Whether the schema comes from a dump that was adopted.</summary>
    internal bool IsAdopted => _readings is not null;

    /// <summary>Reads a state that is given to an environment.</summary>
    /// <exception cref="JsonException">The state is not a JSON object.</exception>
    public static GivenState Read(DatabaseSchema schema, Value given)
    {
        if (!HasForms(schema))
        {
            return new GivenState(StateDump.Read(given), ObjectValue.Empty, null, Nesting.Of(schema));
        }

        if (given.IsObject && IsTables(schema, given.AsObject))
        {
            return From(schema, StateDump.Read(given));
        }

        var readings = DumpReader.Read(schema, given, reserved: true);
        var whole = DatabaseState.From(readings.Select(r => KeyValuePair.Create(r.Table, r.Rows)));
        var (tables, nesting) = Nesting.Unfold(schema, whole);
        return new GivenState(tables, given.AsObject, readings, nesting) { Given = given };
    }

    /// <summary>Takes the tables of a state.</summary>
    public static GivenState From(DatabaseSchema schema, DatabaseState tables)
    {
        var nesting = Nesting.Of(schema);
        if (!HasForms(schema))
        {
            return new GivenState(tables, ObjectValue.Empty, null, nesting);
        }

        // Members of the adopted dump have their names before plain values beside them, and these before tables that it does not have.
        var readings = schema.Tables.Where(t => t.Form is not NestedForm)
            .OrderBy(t => t.Form is RootForm ? 1 : t.Form is MissingForm or null ? 2 : 0).Select(DumpReader.Unread).ToList();
        var dump = new Members();
        foreach (var reading in readings.Where(r => r.Form!.Empty is not null && !r.Absent))
        {
            dump[reading.Form!.Member] = reading.Form.Empty!.Value;
        }

        var whole = nesting.Fold(tables);
        readings = [.. readings.Select(r => r.Placed(dump, whole.Rows(r.Table)))];
        return new GivenState(tables, dump.ToValue().AsObject, readings, nesting);
    }

    /// <summary>The dump of a state that was reached from the given one.</summary>
    public Value Dump(DatabaseState state)
    {
        if (_readings is null)
        {
            return state.ToValue();
        }

        state = Nesting.Fold(state);
        var dump = new Members();
        foreach (var (name, value) in _dump)
        {
            dump[name] = value;
        }

        foreach (var reading in _readings)
        {
            reading.Put(dump, state.Rows(reading.Table));
        }

        var read = _readings.Select(r => r.Table).Append(DatabaseState.SessionTable).ToHashSet(StringComparer.Ordinal);
        foreach (var table in state.Tables.Where(t => !read.Contains(t)))
        {
            dump[dump.Free(table)] = Value.From(state.Rows(table).Select(Value.From));
        }

        return dump.ToValue();
    }

    private static bool HasForms(DatabaseSchema schema) => schema.Tables.Any(t => t.Form is not null);

    /// <summary>Whether a state is given as tables, in the form in which states are written, rather than as a dump whose members are all lists.</summary>
    private static bool IsTables(DatabaseSchema schema, ObjectValue given) =>
        given.All(m => m.Value.IsArray && Array.TrueForAll(m.Value.AsArray.ToArray(), row => row.IsObject))
        && schema.Tables.All(t => given.TryGet(t.Name, out var rows) && IsTable(t, rows.AsArray));

    private static bool IsTable(TableSchema table, ReadOnlySpan<Value> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].AsObject;
            var lacks = table.Form?.AllAdded.Any(added => !row.TryGet(added, out _)) == true;
            if (lacks || (i > 0 && ValueOrder.Compare(KeyOf(table, rows[i - 1]), KeyOf(table, rows[i])) > 0))
            {
                return false;
            }
        }

        return true;
    }

    private static Value KeyOf(TableSchema table, Value row) => Value.From(table.PrimaryKey.Select(k => row[k]));
}
