using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// The changes of one session in one table: for each key the current row, or null if it was deleted. Each write pays for its own bookkeeping, so that no
/// read pays for the writes before it.
/// </summary>
internal sealed class TableOverlay(BaseTable table)
{
    private readonly Dictionary<Value, RowChange> _changes = [];

    /// <summary>Sorted keys of rows that are not in the initial table. Keys that were added since the last sort are kept separately.</summary>
    private readonly List<Value> _added = [];
    private readonly List<Value> _addedSince = [];

    /// <summary>
    /// The rows by column and value, for each column since its first use. A missing value has the rows of the initial table, because no written row has or
    /// had it.
    /// </summary>
    private readonly Dictionary<Value, SessionBucket>?[] _buckets = new Dictionary<Value, SessionBucket>?[table.Rules.Columns.Length];
    private RowList? _all;

    public BaseTable Base => table;

    /// <summary>The written keys, including those whose row is the initial one again.</summary>
    public IReadOnlyDictionary<Value, RowChange> Changes => _changes;

    public ObjectValue? Find(Value key) => _changes.TryGetValue(key, out var change) ? change.Row : table.Find(key);

    /// <summary>Whether a key was written, and its current row.</summary>
    public bool TryGetChange(Value key, out ObjectValue? row)
    {
        var changed = _changes.TryGetValue(key, out var change);
        row = change.Row;
        return changed;
    }

    public void Set(Value key, ObjectValue? row)
    {
        var known = _changes.TryGetValue(key, out var change);
        var place = known ? change.Place : table.PlaceOf(key);
        var before = known ? change.Row : place < 0 ? null : table.Rows[place];
        _changes[key] = new RowChange(row, place);
        Changed(key, place, before, row);
    }

    /// <summary>Restores a key to the state before the session first wrote it.</summary>
    public void Forget(Value key)
    {
        if (_changes.Remove(key, out var change))
        {
            Changed(key, change.Place, change.Row, change.Place < 0 ? null : table.Rows[change.Place]);
        }
    }

    public TableOverlay Copy()
    {
        var copy = new TableOverlay(table);
        copy._changes.EnsureCapacity(_changes.Count);
        foreach (var (key, change) in _changes)
        {
            copy._changes.Add(key, change);
        }

        copy._added.AddRange(_added);
        copy._addedSince.AddRange(_addedSince);
        copy._all = _all;
        return copy;
    }

    /// <summary>All rows in order of primary key. They are merged once after a change.</summary>
    public RowList All() => _all ??= PutTogether();

    public RowList Matching(int column, Value value) =>
        Buckets(column).TryGetValue(value, out var bucket) ? bucket.ToList() : table.Matching(column, value);

    public bool Any(int column, Value value) =>
        Buckets(column).TryGetValue(value, out var bucket) ? bucket.Count > 0 : table.Matching(column, value).Count > 0;

    private Dictionary<Value, SessionBucket> Buckets(int column)
    {
        if (_buckets[column] is { } known)
        {
            return known;
        }

        var buckets = _buckets[column] = [];
        var name = table.Rules.ColumnNames[column];
        foreach (var (key, change) in _changes)
        {
            Move(buckets, column, key, change.Place < 0 ? (Value?)null : table.Rows[change.Place][name], change.Row?[name], change.Row);
        }

        return buckets;
    }

    private void Move(Dictionary<Value, SessionBucket> buckets, int column, Value key, Value? from, Value? to, ObjectValue? row)
    {
        if (from is { } old)
        {
            Bucket(buckets, column, old).Remove(key);
        }

        if (to is { } now)
        {
            Bucket(buckets, column, now).Add(key, row!);
        }
    }

    private SessionBucket Bucket(Dictionary<Value, SessionBucket> buckets, int column, Value value)
    {
        if (!buckets.TryGetValue(value, out var bucket))
        {
            buckets.Add(value, bucket = new SessionBucket(table.Rules, table.Matching(column, value)));
        }

        return bucket;
    }

    private void Changed(Value key, int place, ObjectValue? before, ObjectValue? now)
    {
        _all = null;
        if (place < 0 && before is null && now is not null)
        {
            _addedSince.Add(key);
        }

        for (var column = 0; column < _buckets.Length; column++)
        {
            // A row that is the initial one again keeps the position -1. It sorts by value instead of by rank, with the same result.
            if (_buckets[column] is { } buckets)
            {
                var name = table.Rules.ColumnNames[column];
                Move(buckets, column, key, before?[name], now?[name], now);
            }
        }
    }

    /// <summary>Sorts the added keys, and drops those whose rows were deleted again.</summary>
    private void SettleAdded()
    {
        _addedSince.Sort(ValueOrder.Comparer);
        List<Value> settled = [];
        for (var (i, j) = (0, 0); i < _added.Count || j < _addedSince.Count;)
        {
            var old = j == _addedSince.Count || (i < _added.Count && ValueOrder.Compare(_added[i], _addedSince[j]) <= 0);
            var key = old ? _added[i++] : _addedSince[j++];
            var twice = settled.Count > 0 && settled[^1] == key;
            if (!twice && _changes.TryGetValue(key, out var change) && change.Row is not null)
            {
                settled.Add(key);
            }
        }

        _added.Clear();
        _added.AddRange(settled);
        _addedSince.Clear();
    }

    private RowList PutTogether()
    {
        SettleAdded();
        var (rows, places) = ((Value[])table.All.Rows.Clone(), (int[])table.All.Places.Clone());
        var deleted = 0;
        foreach (var change in _changes.Values)
        {
            if (change.Place >= 0)
            {
                rows[change.Place] = change.Row is null ? Value.Null : Value.From(change.Row);
                places[change.Place] = -1;
                deleted += change.Row is null ? 1 : 0;
            }
        }

        return deleted + _added.Count == 0 ? new RowList(rows, places) : Merge(rows, places, rows.Length - deleted + _added.Count);
    }

    /// <summary>Leaves out deleted rows, and inserts added rows in the order of their keys.</summary>
    private RowList Merge(Value[] rows, int[] places, int count)
    {
        var (merged, mergedPlaces) = (new Value[count], new int[count]);
        var (at, next) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].IsNull)
            {
                continue;
            }

            var key = next < _added.Count ? table.Rules.KeyOf(rows[i].AsObject) : default;
            for (; next < _added.Count && ValueOrder.Compare(_added[next], key) < 0; next++)
            {
                (merged[at], mergedPlaces[at++]) = (Added(next), -1);
            }

            (merged[at], mergedPlaces[at++]) = (rows[i], places[i]);
        }

        for (; next < _added.Count; next++)
        {
            (merged[at], mergedPlaces[at++]) = (Added(next), -1);
        }

        return new RowList(merged, mergedPlaces);
    }

    private Value Added(int at) => Value.From(_changes[_added[at]].Row!);
}
