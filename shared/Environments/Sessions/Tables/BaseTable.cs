using AgentScaler.Environments.Programs.Checking;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// One table of the initial state, shared by all sessions: rows in order of primary key and an index by key. Indexes and orders by column are built when
/// a program first needs them. Nothing else changes after construction.
/// </summary>
internal sealed class BaseTable
{
    private readonly Dictionary<Value, int> _byKey;
    private readonly Dictionary<Value, RowList>?[] _byColumn;
    private readonly ColumnOrder?[] _orders;
    private readonly Value[] _seeds;
    private int _mostParts;

    public BaseTable(TableRules rules, IReadOnlyList<ObjectValue> rows)
    {
        Rules = rules;
        Rows = Share(rules, rows);
        _byColumn = new Dictionary<Value, RowList>?[rules.Columns.Length];
        _orders = new ColumnOrder?[rules.Columns.Length];
        _seeds = new Value[rules.Columns.Length];
        _byKey = new Dictionary<Value, int>(Rows.Length);
        var keys = new Value[Rows.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = rules.KeyOf(Rows[i]);
        }

        if (!IsSorted(keys))
        {
            var sorted = keys.Zip(Rows).OrderBy(r => r.First, ValueOrder.Comparer).ToArray();
            (keys, Rows) = (Array.ConvertAll(sorted, r => r.First), Array.ConvertAll(sorted, r => r.Second));
        }

        for (var i = 0; i < keys.Length; i++)
        {
            // A database may repeat a key. All rows are listed, and looked up by the key is the first, as services do.
            _byKey.TryAdd(keys[i], i);
        }

        All = new RowList(Array.ConvertAll(Rows, Value.From), [.. Enumerable.Range(0, Rows.Length)]);
    }

    public TableRules Rules { get; }

    public ObjectValue[] Rows { get; }

    public RowList All { get; }

    /// <summary>The position of the row with a key, or -1.</summary>
    public int PlaceOf(Value key) => _byKey.TryGetValue(key, out var at) ? at : -1;

    public ObjectValue? Find(Value key) => _byKey.TryGetValue(key, out var at) ? Rows[at] : null;

    /// <summary>Returns the rows with a value in a column.</summary>
    public RowList Matching(int column, Value value) =>
        (_byColumn[column] ?? Index(column)).TryGetValue(value, out var rows) ? rows : RowList.Empty;

    /// <summary>The rows in order of a column.</summary>
    public ColumnOrder Order(int column) => _orders[column] ??= new ColumnOrder(All.Rows, Rules.ColumnNames[column]);

    /// <summary>The key before the first generated one, if the session has not changed the table.</summary>
    public Value KeySeed(ColumnRules column) =>
        _seeds[column.Index].IsNull ? _seeds[column.Index] = column.KeySeed(All) : _seeds[column.Index];

    /// <summary>The most parts of a one-row array. It exceeds the bound of a value if a row is too deep for an array.</summary>
    public int MostParts => _mostParts > 0
        ? _mostParts
        : _mostParts = Math.Max(1, Rows.Select(row => ValueSize.Count(Value.From([Value.From(row)]))).DefaultIfEmpty().Max());

    /// <summary>Builds an index. Two sessions may build it at the same time; both builds are equal, and one of them is kept.</summary>
    private Dictionary<Value, RowList> Index(int column)
    {
        var name = Rules.Columns[column].Name;
        var places = new Dictionary<Value, List<int>>();
        for (var i = 0; i < Rows.Length; i++)
        {
            var value = Rows[i][name];
            if (!places.TryGetValue(value, out var list))
            {
                places.Add(value, list = []);
            }

            list.Add(i);
        }

        return _byColumn[column] = places.ToDictionary(
            p => p.Key, p => new RowList([.. p.Value.Select(place => All.Rows[place])], [.. p.Value]));
    }

    /// <summary>Makes rows of one shape share it, so that a program finds a column by position.</summary>
    private static ObjectValue[] Share(TableRules rules, IReadOnlyList<ObjectValue> rows)
    {
        const int mostShapes = 16;
        var shapes = new List<ObjectShape> { rules.Shape };
        var shared = new ObjectValue[rows.Count];
        for (var i = 0; i < shared.Length; i++)
        {
            var row = rows[i];
            var shape = shapes.Find(known => row.Names.SequenceEqual(known.Names));
            if (shape is null)
            {
                shape = row.Shape;
                if (shapes.Count < mostShapes)
                {
                    shapes.Add(shape);
                }
            }

            shared[i] = new ObjectValue(shape, row.Values.ToArray()) { KeepsJson = true };
        }

        return shared;
    }

    private static bool IsSorted(Value[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (ValueOrder.Compare(keys[i - 1], keys[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }
}
