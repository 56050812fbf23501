using System.Runtime.CompilerServices;

namespace AgentScaler.Environments.Values;

/// <summary>
/// The items and members of open arrays and objects while a reader reads them, as one stack, so that each ends in arrays of the right length. It caches
/// shapes, because the calls of a tool have arguments of the same shape. An instance belongs to one thread.
/// </summary>
internal sealed class ReaderScratch
{
    /// <summary>From this many members on, equal names are found through an index.</summary>
    private const int ManyMembers = 16;

    private const int RememberedShapes = 256;
    private const int LargestKept = 4096;

    private readonly ObjectShape?[] _shapes = new ObjectShape?[RememberedShapes];
    private string[] _names = new string[64];
    private Value[] _values = new Value[64];

    public NameCache Names { get; } = new();

    public int Count { get; private set; }

    public void Push(string name, Value value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _names, Count * 2);
            Array.Resize(ref _values, Count * 2);
        }

        _names[Count] = name;
        _values[Count++] = value;
    }

    public void Replace(int at, Value value) => _values[at] = value;

    /// <summary>The position of a name among those from a position on, or -1.</summary>
    public int Find(int start, string name, ref Dictionary<string, int>? places)
    {
        if (Count - start < ManyMembers)
        {
            for (var i = start; i < Count; i++)
            {
                if (string.Equals(_names[i], name, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            return -1;
        }

        if (places is null)
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = start; i < Count; i++)
            {
                places.Add(_names[i], i);
            }
        }

        return places.TryGetValue(name, out var at) ? at : -1;
    }

    /// <summary>Pops the values from a position on.</summary>
    public Value[] PopValues(int start)
    {
        var values = _values.AsSpan(start, Count - start).ToArray();
        Drop(start);
        return values;
    }

    /// <summary>Pops the members from a position on.</summary>
    public ObjectValue PopObject(int start)
    {
        var shape = Shape(_names.AsSpan(start, Count - start));
        return new ObjectValue(shape, PopValues(start));
    }

    /// <summary>Clears everything from a position on, so that this cache keeps no read value alive.</summary>
    public void Drop(int start)
    {
        _values.AsSpan(start, Count - start).Clear();
        Count = start;
        if (start == 0 && _values.Length > LargestKept)
        {
            _names = new string[64];
            _values = new Value[64];
        }
    }

    private ObjectShape Shape(ReadOnlySpan<string> names)
    {
        var hash = names.Length;
        foreach (var name in names)
        {
            hash = (hash * 31) + RuntimeHelpers.GetHashCode(name);
        }

        ref var known = ref _shapes[hash & (RememberedShapes - 1)];
        return known is not null && names.SequenceEqual(known.Names) ? known : known = new ObjectShape(names.ToArray());
    }
}
