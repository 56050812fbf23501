using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AgentScaler.Environments.Values;

/// <summary>
/// An immutable JSON object. Names keep the order in which they were given, for people to read;
/// equality, hashing and the canonical form never look at that order.
/// </summary>
public sealed class ObjectValue : IReadOnlyCollection<KeyValuePair<string, Value>>
{
    public static readonly ObjectValue Empty = new([], []);

    /// <summary>Above this many names a look-up goes through an index instead of along the names.</summary>
    private const int IndexedFrom = 16;

    private readonly string[] _names;
    private readonly Value[] _values;
    private int[]? _order;
    private Dictionary<string, int>? _index;
    private byte[]? _json;

    /// <summary>Takes ownership of both arrays; names must be distinct.</summary>
    public ObjectValue(string[] names, Value[] values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        if (names.Length != values.Length)
        {
            throw new ArgumentException("An object needs one value a name.", nameof(values));
        }

        _names = names;
        _values = values;
    }

    public int Count => _names.Length;

    public ReadOnlySpan<string> Names => _names;

    public ReadOnlySpan<Value> Values => _values;

    public Value this[string name] => TryGet(name, out var value) ? value : Value.Null;

    public bool TryGet(string name, [MaybeNullWhen(false)] out Value value)
    {
        var at = IndexOf(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    /// <summary>Where a name stands, or -1.</summary>
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

    /// <summary>This object with one name set, in its old place or at the end.</summary>
    public ObjectValue With(string name, Value value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            var values = (Value[])_values.Clone();
            values[at] = value;
            return new ObjectValue(_names, values) { _order = _order, _index = _index };
        }

        return new ObjectValue([.. _names, name], [.. _values, value]);
    }

    /// <summary>This object without one name.</summary>
    public ObjectValue Without(string name)
    {
        var at = IndexOf(name);
        return at < 0
            ? this
            : new ObjectValue([.. _names[..at], .. _names[(at + 1)..]], [.. _values[..at], .. _values[(at + 1)..]]);
    }

    /// <summary>Whether this is a row that results repeat, so that its JSON text is worth keeping.</summary>
    internal bool KeepsJson { get; init; }

    /// <summary>The array of names itself: rows of one shape share it, and a reader compares it by reference.</summary>
    internal string[] Shape => _names;

    /// <summary>The JSON text with the names in their own order, made once.</summary>
    internal byte[] Json(Func<ObjectValue, byte[]> write) => _json ??= write(this);

    /// <summary>The places of the names, sorted by UTF-16 code units; computed once, for canonical forms.</summary>
    internal ReadOnlySpan<int> CanonicalOrder
    {
        get
        {
            if (_order is null)
            {
                var order = new int[_names.Length];
                for (var i = 0; i < order.Length; i++)
                {
                    order[i] = i;
                }

                Array.Sort(order, (x, y) => string.CompareOrdinal(_names[x], _names[y]));
                _order = order;
            }

            return _order;
        }
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < _names.Length; i++)
        {
            yield return new KeyValuePair<string, Value>(_names[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Dictionary<string, int> Index()
    {
        var index = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
        {
            index.Add(_names[i], i);
        }

        return index;
    }
}
