namespace AgentScaler.Environments.Values;

/// <summary>
/// The total order of the value model: null, false, true, numbers, strings by code point, arrays item by item, objects by their canonical form. Rows are
/// sorted by primary key in this order.
/// </summary>
public static class ValueOrder
{
    public static IComparer<Value> Comparer { get; } = Comparer<Value>.Create(Compare);

    public static int Compare(Value a, Value b)
    {
        var rank = Rank(a).CompareTo(Rank(b));
        if (rank != 0)
        {
            return rank;
        }

        return a.Kind switch
        {
            ValueKind.Number => a.AsNumber.CompareTo(b.AsNumber),
            ValueKind.String => Compare(a.AsString, b.AsString),
            ValueKind.Array => CompareArrays(a.AsArray, b.AsArray),
            ValueKind.Object => Compare(a.ToCanonicalJson(), b.ToCanonicalJson()),
            _ => 0,
        };
    }

    /// <summary>Compares by code point. UTF-16 code units give the same order, except where a surrogate meets U+E000 to U+FFFF.</summary>
    public static int Compare(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        if (shared == a.Length || shared == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        var (x, y) = (a[shared], b[shared]);
        return char.IsSurrogate(x) == char.IsSurrogate(y) ? x.CompareTo(y) : char.IsSurrogate(x) ? 1 : -1;
    }

    private static int CompareArrays(ReadOnlySpan<Value> a, ReadOnlySpan<Value> b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Compare(a[i], b[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int Rank(Value value) => value.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Boolean => value.IsTrue ? 2 : 1,
        ValueKind.Number => 3,
        ValueKind.String => 4,
        ValueKind.Array => 5,
        _ => 6,
    };
}
