using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States.Dumps;

/// <summary>The rows of a state as the adopted dump has them: each with the rows that stand inside it.</summary>
public sealed class WholeRows(DatabaseSchema schema, DatabaseState state)
{
    private readonly Nesting _nesting = Nesting.Of(schema);
    private readonly Dictionary<string, ILookup<Value, ObjectValue>> _byReference = new(StringComparer.Ordinal);

    /// <summary>A row without the column that numbers the rows of its table. Where no dump was adopted, it is the row.</summary>
    public ObjectValue Of(string table, ObjectValue row) => _nesting.Whole(table, row, RowsOf);

    /// <summary>A row with all of its own columns, and with the rows that stand inside it.</summary>
    public ObjectValue Filled(string table, ObjectValue row) => _nesting.WithNested(table, row, RowsOf);

    private ObjectValue[] RowsOf(NestedTable table, Value key)
    {
        if (!_byReference.TryGetValue(table.Name, out var rows))
        {
            rows = state.Rows(table.Name).ToLookup(r => table.Form.Reference is { } reference ? r[reference] : Value.Null);
            _byReference.Add(table.Name, rows);
        }

        return [.. rows[key]];
    }
}
