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

    private readonly string[] _names;
    private readonly Value[] _values;

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
        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>This object with one name set, in its old place or at the end.</summary>
    public ObjectValue With(string name, Value value)
    {
        var at = Array.IndexOf(_names, name);
        if (at >= 0)
        {
            var values = (Value[])_values.Clone();
            values[at] = value;
            return new ObjectValue(_names, values);
        }

        return new ObjectValue([.. _names, name], [.. _values, value]);
    }

    /// <summary>This object without one name.</summary>
    public ObjectValue Without(string name)
    {
        var at = Array.IndexOf(_names, name);
        return at < 0
            ? this
            : new ObjectValue([.. _names[..at], .. _names[(at + 1)..]], [.. _values[..at], .. _values[(at + 1)..]]);
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < _names.Length; i++)
        {
            yield return new KeyValuePair<string, Value>(_names[i], _values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
