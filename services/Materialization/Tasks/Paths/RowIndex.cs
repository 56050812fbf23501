using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Tasks.Paths;

/// <summary>The rows of a state by key, built table by table when asked.</summary>
internal sealed class RowIndex(DatabaseSchema schema, DatabaseState state)
{
    private readonly Dictionary<string, Dictionary<Value, ObjectValue>> _tables = new(StringComparer.Ordinal);

    public DatabaseState State => state;

    public IReadOnlyList<ObjectValue> Rows(string table) => state.Rows(table);

    /// <summary>The row with this simple key, or null.</summary>
    public ObjectValue? Find(string table, Value key)
    {
        if (!key.IsString && !key.IsNumber)
        {
            return null;
        }

        if (!_tables.TryGetValue(table, out var rows))
        {
            rows = [];
            if (schema.Table(table) is { PrimaryKey: [var column] })
            {
                foreach (var row in state.Rows(table))
                {
                    rows.TryAdd(row[column], row);
                }
            }

            _tables[table] = rows;
        }

        return rows.GetValueOrDefault(key);
    }
}
