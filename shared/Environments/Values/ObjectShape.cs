using System.Text;

namespace AgentScaler.Environments.Values;

/// <summary>
/// The names of an object in their order, shared by objects with the same names: rows of a table, arguments of a tool, results of one program. Values that
/// depend on the names alone are computed once. A shape is immutable for its users.
/// </summary>
internal sealed class ObjectShape
{
    /// <summary>From this number of names on, a look-up uses an index instead of a scan.</summary>
    private const int IndexedFrom = 16;

    /// <summary>The number of longer shapes that one shape caches.</summary>
    private const int Longer = 8;

    /// <summary>The most cached shapes that were made from one first shape. The bound is needed because names may come from any source.</summary>
    private const int MostRemembered = 4096;

    private readonly string[] _names;
    private Dictionary<string, int>? _index;
    private int[]? _order;
    private byte[][]? _labels;
    private ObjectShape?[]? _longer;
    private ObjectShape?[]? _shorter;

    private readonly ObjectShape _first;
    private int _remembered;

    /// <summary>Takes ownership of the array; names must be distinct.</summary>
    public ObjectShape(string[] names) => (_names, _first) = (names, this);

    private ObjectShape(string[] names, ObjectShape first) => (_names, _first) = (names, first);

    public static ObjectShape Empty { get; } = new([]);

    public int Count => _names.Length;

    public ReadOnlySpan<string> Names => _names;

    /// <summary>The positions of the names, sorted by UTF-16 code units, for canonical forms.</summary>
    public ReadOnlySpan<int> CanonicalOrder => _order ??= Order();

    /// <summary>The names as JSON text: a comma, the name in quotes, a colon.</summary>
    public byte[][] Labels => _labels ??= Label();

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name)
    {
        if (_names.Length >= IndexedFrom)
        {
            return (_index ??= Index()).TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the shape with one more name. Adding the same name again usually returns the same shape.</summary>
    public ObjectShape With(string name)
    {
        ref var longer = ref (_longer ??= new ObjectShape?[Longer])[name.Length == 0 ? 0 : (name[0] + name.Length) % Longer];
        var known = longer;
        return known is not null && string.Equals(known._names[^1], name, StringComparison.Ordinal)
            ? known
            : Remember(ref longer, new ObjectShape([.. _names, name], _first));
    }

    /// <summary>Returns the shape without the name at a position.</summary>
    public ObjectShape Without(int at) =>
        (_shorter ??= new ObjectShape?[_names.Length])[at]
        ?? Remember(ref _shorter[at], new ObjectShape([.. _names[..at], .. _names[(at + 1)..]], _first));

    private ObjectShape Remember(ref ObjectShape? place, ObjectShape shape)
    {
        if (_first._remembered < MostRemembered)
        {
            _first._remembered++;
            place = shape;
        }

        return shape;
    }

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
        {
            index.Add(_names[i], i);
        }

        return index;
    }

    private int[] Order()
    {
        var order = new int[_names.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (x, y) => string.CompareOrdinal(_names[x], _names[y]));
        return order;
    }

    private byte[][] Label() => Array.ConvertAll(_names, name => Encoding.UTF8.GetBytes("," + CanonicalJson.ToText(name) + ":"));
}
