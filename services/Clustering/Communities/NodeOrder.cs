using AgentScaler.Language.Values;

namespace AgentScaler.Clustering.Communities;

/// <summary>
/// The order in which nodes are visited: by a hash of seed and the node's own key. Unlike a shuffle of positions, it keeps the relative order of two nodes when
/// others come or go, so a new source leaves the rest of the graph unchanged.
/// </summary>
internal static class NodeOrder
{
    public static int[] Of(ReadOnlySpan<ulong> keys, ulong seed)
    {
        var mixed = new ulong[keys.Length];
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            mixed[i] = SplitMix64.Mix(keys[i] ^ seed);
            order[i] = i;
        }

        Array.Sort(mixed, order);
        return order;
    }

    /// <summary>Returns keys for nodes without an identity.</summary>
    public static ulong[] Numbered(int count)
    {
        var keys = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = (ulong)i;
        }

        return keys;
    }
}
