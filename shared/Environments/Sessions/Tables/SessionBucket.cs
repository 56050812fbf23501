using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>The rows of one session's table with the same value in a column, in order of primary key.</summary>
internal sealed class SessionBucket(TableRules rules, RowList initial)
{
    private readonly List<Value> _rows = [.. initial.Rows];
    private readonly List<int> _places = [.. initial.Places];
    private RowList? _list = initial;

    public int Count => _rows.Count;

    public RowList ToList() => _list ??= new RowList([.. _rows], [.. _places]);

    public void Add(Value key, ObjectValue row)
    {
        var at = PlaceOf(key);
        _rows.Insert(at, Value.From(row));
        _places.Insert(at, -1);
        _list = null;
    }

    public void Remove(Value key)
    {
        var at = PlaceOf(key);
        _rows.RemoveAt(at);
        _places.RemoveAt(at);
        _list = null;
    }

    /// <summary>Returns the first position that is not before a key. Of several rows with one key, the first is the one that sessions write.</summary>
    private int PlaceOf(Value key)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ValueOrder.Compare(rules.KeyOf(_rows[middle].AsObject), key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
