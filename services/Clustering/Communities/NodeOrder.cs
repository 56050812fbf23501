namespace AgentScaler.Clustering.Communities;

/// <summary>
/// The order in which nodes are visited: by a hash of seed and the node's own key. Unlike a shuffle of positions it keeps
/// the relative order of two nodes when others come or go, so a new source leaves the rest of the graph as it was.
/// </summary>
internal static class NodeOrder
{
    public static int[] Of(ReadOnlySpan<ulong> keys, ulong seed)
    {
        var mixed = new ulong[keys.Length];
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            mixed[i] = Mix(keys[i] ^ seed);
            order[i] = i;
        }

        Array.Sort(mixed, order);
        return order;
    }

    /// <summary>Keys for nodes that have no identity of their own.</summary>
    public static ulong[] Numbered(int count)
    {
        var keys = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = (ulong)i;
        }

        return keys;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
