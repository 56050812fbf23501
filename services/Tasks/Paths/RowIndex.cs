using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Tasks.Paths;

/// <summary>The rows of a state by key. The index of a table is built at its first use.</summary>
internal sealed class RowIndex(DatabaseSchema schema, DatabaseState state)
{
    private readonly Dictionary<string, Dictionary<Value, ObjectValue>> _tables = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (IReadOnlyList<(RowKey Key, ObjectValue Row)> List, Dictionary<RowKey, ObjectValue> Map)> _keyed =
        new(StringComparer.Ordinal);

    public IReadOnlyList<ObjectValue> Rows(string table) => state.Rows(table);

    /// <summary>The rows of a table with their keys.</summary>
    public IReadOnlyList<(RowKey Key, ObjectValue Row)> Keyed(string table) => Index(table).List;

    public ObjectValue? Find(RowKey key) => Index(key.Table).Map.GetValueOrDefault(key);

    private (IReadOnlyList<(RowKey Key, ObjectValue Row)> List, Dictionary<RowKey, ObjectValue> Map) Index(string table)
    {
        if (!_keyed.TryGetValue(table, out var index))
        {
            var list = schema.Table(table) is { } known ? state.Rows(table).Select(r => (Key: RowKey.Of(known, r), Row: r)).ToList() : [];
            var map = new Dictionary<RowKey, ObjectValue>();
            foreach (var (key, row) in list)
            {
                map.TryAdd(key, row);
            }

            _keyed[table] = index = (list, map);
        }

        return index;
    }

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
