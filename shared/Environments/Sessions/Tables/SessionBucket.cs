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
        var at = ~Search(key);
        _rows.Insert(at, Value.From(row));
        _places.Insert(at, -1);
        _list = null;
    }

    public void Remove(Value key)
    {
        var at = Search(key);
        _rows.RemoveAt(at);
        _places.RemoveAt(at);
        _list = null;
    }

    /// <summary>Returns the position of the row with a key, or the complement of its insertion point.</summary>
    private int Search(Value key)
    {
        var (low, high) = (0, _rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = ValueOrder.Compare(rules.KeyOf(_rows[middle].AsObject), key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }
}
