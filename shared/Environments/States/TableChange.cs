using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>What one state has in a table beyond, and lacks of, another, judged by identity of the row objects.</summary>
internal sealed record TableChange(string Table, IReadOnlyList<ObjectValue> Added, IReadOnlyList<ObjectValue> Removed)
{
    /// <summary>Null where both lists hold the same objects.</summary>
    public static TableChange? Between(string table, IReadOnlyList<ObjectValue> before, IReadOnlyList<ObjectValue> after)
    {
        if (ReferenceEquals(before, after))
        {
            return null;
        }

        // Sessions change few rows: what stands alike in front and at the end is passed over without hashing.
        var start = 0;
        var shorter = Math.Min(before.Count, after.Count);
        while (start < shorter && ReferenceEquals(before[start], after[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && ReferenceEquals(before[before.Count - 1 - end], after[after.Count - 1 - end]))
        {
            end++;
        }

        var removed = new HashSet<ObjectValue>(ReferenceEqualityComparer.Instance);
        for (var i = start; i < before.Count - end; i++)
        {
            removed.Add(before[i]);
        }

        var added = new List<ObjectValue>();
        for (var i = start; i < after.Count - end; i++)
        {
            if (!removed.Remove(after[i]))
            {
                added.Add(after[i]);
            }
        }

        return added.Count + removed.Count == 0 ? null : new TableChange(table, added, [.. removed]);
    }
}
