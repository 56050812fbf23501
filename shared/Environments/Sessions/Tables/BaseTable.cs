using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>
/// One table of the initial state, shared by all sessions: rows in order of primary key, an index by key, and an index by
/// column from the first time that a program asks for one. Nothing but the indexes ever changes after construction.
/// </summary>
internal sealed class BaseTable
{
    private readonly Dictionary<Value, int> _byKey;
    private readonly Dictionary<Value, int[]>?[] _byColumn;

    public BaseTable(TableRules rules, IReadOnlyList<ObjectValue> rows)
    {
        Rules = rules;
        Rows = Share(rules, rows);
        _byColumn = new Dictionary<Value, int[]>?[rules.Columns.Length];
        _byKey = new Dictionary<Value, int>(Rows.Length);
        var keys = new Value[Rows.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = rules.KeyOf(Rows[i]);
        }

        if (!IsSorted(keys))
        {
            Array.Sort(keys, Rows, ValueOrder.Comparer);
        }

        for (var i = 0; i < keys.Length; i++)
        {
            if (!_byKey.TryAdd(keys[i], i))
            {
                throw new ProgramException("", $"/state/{rules.Name}", $"Two rows of {rules.Name} have {rules.KeyText(keys[i])}.");
            }
        }
    }

    public TableRules Rules { get; }

    public ObjectValue[] Rows { get; }

    public ObjectValue? Find(Value key) => _byKey.TryGetValue(key, out var at) ? Rows[at] : null;

    /// <summary>The places of the rows whose column has a value, in order of primary key.</summary>
    public int[] Places(int column, Value value) =>
        (_byColumn[column] ?? Index(column)).TryGetValue(value, out var places) ? places : [];

    /// <summary>Two sessions may build the same index at once; they build the same, and one of them stays.</summary>
    private Dictionary<Value, int[]> Index(int column)
    {
        var name = Rules.Columns[column].Name;
        var lists = new Dictionary<Value, List<int>>();
        for (var i = 0; i < Rows.Length; i++)
        {
            var value = Rows[i][name];
            if (!lists.TryGetValue(value, out var list))
            {
                lists.Add(value, list = []);
            }

            list.Add(i);
        }

        return _byColumn[column] = lists.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }

    /// <summary>Rows of one shape get one array of names, so that a program finds a column by its place.</summary>
    private static ObjectValue[] Share(TableRules rules, IReadOnlyList<ObjectValue> rows)
    {
        var shapes = new List<string[]> { rules.ColumnNames };
        var shared = new ObjectValue[rows.Count];
        for (var i = 0; i < shared.Length; i++)
        {
            var names = rows[i].Names;
            string[]? shape = null;
            foreach (var known in shapes)
            {
                if (names.SequenceEqual(known))
                {
                    shape = known;
                    break;
                }
            }

            if (shape is null)
            {
                shape = names.ToArray();
                if (shapes.Count < 16)
                {
                    shapes.Add(shape);
                }
            }

            shared[i] = new ObjectValue(shape, rows[i].Values.ToArray()) { KeepsJson = true };
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
