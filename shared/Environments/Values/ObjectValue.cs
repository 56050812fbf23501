using System.Collections;
using System.Diagnostics.CodeAnalysis;
using AgentScaler.Environments.States;

namespace AgentScaler.Environments.Values;

/// <summary>
/// An immutable JSON object. Names keep their given order for readers. Equality, hashing and the canonical form ignore that order.
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

    /// <summary>Takes ownership of the values, one for each name of the shape.</summary>
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

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name) => Shape.IndexOf(name);

    /// <summary>Returns this object with one name set, in its old position or at the end.</summary>
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

    /// <summary>Returns this object without one name.</summary>
    public ObjectValue Without(string name)
    {
        var at = IndexOf(name);
        return at < 0
            ? this
            : new ObjectValue(Shape.Without(at), [.. _values[..at], .. _values[(at + 1)..]]);
    }

    /// <summary>The names. Objects of one shape share it, so that a reader compares it by reference.</summary>
    internal ObjectShape Shape { get; }

    /// <summary>Whether this is a row that results repeat, so that caching its JSON text pays from the second time on.</summary>
    internal bool KeepsJson { get; init; }

    /// <summary>The size and depth of the object after <c>ValueSize</c> has measured it; else 0.</summary>
    internal int Size { get; set; }

    /// <summary>The cached JSON text with the names in their own order; null if it is not cached.</summary>
    internal byte[]? Json => _json;

    /// <summary>The share of this object, as a row of a table, in the hash of a state. It is computed once.</summary>
    internal StateHash HashAsRow(string table)
    {
        var known = _hash;
        if (known is null || known.Table != table)
        {
            _hash = known = new RowHash(table, StateHash.OfRow(table, this));
        }

        return known.Hash;
    }

    /// <summary>Records that the JSON text was written. The text is cached when it is needed again.</summary>
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
