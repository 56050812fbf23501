using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>What one session changed in one table: by key the row as it is now, or null where it was deleted.</summary>
internal sealed class TableOverlay(BaseTable table, Dictionary<Value, ObjectValue?> changed)
{
    private ObjectValue[]? _rows;

    public BaseTable Base => table;

    /// <summary>Keys that were written, also where the row is again what it was.</summary>
    public IReadOnlyDictionary<Value, ObjectValue?> Changed => changed;

    public ObjectValue? Find(Value key) => changed.TryGetValue(key, out var row) ? row : table.Find(key);

    public bool TryGetChange(Value key, out ObjectValue? row) => changed.TryGetValue(key, out row);

    public void Set(Value key, ObjectValue? row)
    {
        changed[key] = row;
        _rows = null;
    }

    /// <summary>Makes a key as it was before the session first wrote it.</summary>
    public void Forget(Value key)
    {
        changed.Remove(key);
        _rows = null;
    }

    public TableOverlay Copy() => new(table, new Dictionary<Value, ObjectValue?>(changed));

    /// <summary>All rows in order of primary key; merged once after a change.</summary>
    public ObjectValue[] Rows() => _rows ??= Merge(table.Rows.Where(r => !changed.ContainsKey(table.Rules.KeyOf(r))), _ => true);

    public ObjectValue[] Matching(int column, Value value)
    {
        var name = table.Rules.ColumnNames[column];
        var kept = table.Places(column, value)
            .Select(place => table.Rows[place])
            .Where(r => !changed.ContainsKey(table.Rules.KeyOf(r)));
        return Merge(kept, row => row[name] == value);
    }

    private ObjectValue[] Merge(IEnumerable<ObjectValue> kept, Func<ObjectValue, bool> wanted)
    {
        var added = changed.Where(c => c.Value is not null && wanted(c.Value)).Select(c => (c.Key, Row: c.Value!)).ToArray();
        Array.Sort(added, (a, b) => ValueOrder.Compare(a.Key, b.Key));
        var rows = new List<ObjectValue>(table.Rows.Length + added.Length);
        var next = 0;
        foreach (var row in kept)
        {
            if (next < added.Length)
            {
                var key = table.Rules.KeyOf(row);
                while (next < added.Length && ValueOrder.Compare(added[next].Key, key) < 0)
                {
                    rows.Add(added[next++].Row);
                }
            }

            rows.Add(row);
        }

        while (next < added.Length)
        {
            rows.Add(added[next++].Row);
        }

        return [.. rows];
    }
}
