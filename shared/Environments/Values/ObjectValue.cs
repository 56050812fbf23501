using System.Collections;
using System.Diagnostics.CodeAnalysis;
using AgentScaler.Environments.States;

namespace AgentScaler.Environments.Values;

/// <summary>
/// An immutable JSON object. Names keep the order in which they were given, for people to read;
/// equality, hashing and the canonical form never look at that order.
/// </summary>
public sealed class ObjectValue : IReadOnlyCollection<KeyValuePair<string, Value>>
{
    public static readonly ObjectValue Empty = new(ObjectShape.Empty, []);

    private readonly Value[] _values;
    private byte[]? _json;
    private RowHash? _hash;
    private bool _written;

    /// <summary>Takes ownership of both arrays; names must be distinct.</summary>
    public ObjectValue(string[] names, Value[] values)
        : this(new ObjectShape(names ?? throw new ArgumentNullException(nameof(names))), values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (names.Length != values.Length)
        {
            throw new ArgumentException("An object needs one value a name.", nameof(values));
        }
    }

    /// <summary>Takes ownership of the values, which are as many as the shape has names.</summary>
    internal ObjectValue(ObjectShape shape, Value[] values) => (Shape, _values) = (shape, values);

    public int Count => _values.Length;

    public ReadOnlySpan<string> Names => Shape.Names;

    public ReadOnlySpan<Value> Values => _values;

    public Value this[string name] => TryGet(name, out var value) ? value : Value.Null;

    public bool TryGet(string name, [MaybeNullWhen(false)] out Value value)
    {
        var at = IndexOf(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    /// <summary>Where a name stands, or -1.</summary>
    public int IndexOf(string name) => Shape.IndexOf(name);

    /// <summary>This object with one name set, in its old place or at the end.</summary>
    public ObjectValue With(string name, Value value)
    {
        var at = IndexOf(name);
        if (at < 0)
        {
            return new ObjectValue(Shape.With(name), [.. _values, value]);
        }

        var values = (Value[])_values.Clone();
        values[at] = value;
        return new ObjectValue(Shape, values);
    }

    /// <summary>This object without one name.</summary>
    public ObjectValue Without(string name)
    {
        var at = IndexOf(name);
        return at < 0
            ? this
            : new ObjectValue(Shape.Without(at), [.. _values[..at], .. _values[(at + 1)..]]);
    }

    /// <summary>The names: objects of one shape share it, so that a reader compares it by reference.</summary>
    internal ObjectShape Shape { get; }

    /// <summary>Whether this is a row that results repeat, so that its JSON text is worth keeping from the second time on.</summary>
    internal bool KeepsJson { get; init; }

    /// <summary>How much the object holds and how deep, once <c>ValueSize</c> has counted it; else 0.</summary>
    internal int Size { get; set; }

    /// <summary>The JSON text with the names in their own order, where it was kept.</summary>
    internal byte[]? Json => _json;

    /// <summary>The share that this object has in a state's hash as a row of a table; made once.</summary>
    internal StateHash HashAsRow(string table)
    {
        var known = _hash;
        if (known is null || known.Table != table)
        {
            _hash = known = new RowHash(table, StateHash.OfRow(table, this));
        }

        return known.Hash;
    }

    /// <summary>Tells that the JSON text was written; it is kept when it is needed again.</summary>
    internal void Written(ReadOnlySpan<byte> json)
    {
        if (_written)
        {
            _json = json.ToArray();
        }

        _written = true;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < _values.Length; i++)
        {
            yield return new KeyValuePair<string, Value>(Names[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record RowHash(string Table, StateHash Hash);
}
