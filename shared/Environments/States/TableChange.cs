using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.States;

/// <summary>The rows that one state has in a table and another lacks, and the reverse, by identity of the row objects.</summary>
internal sealed record TableChange(string Table, IReadOnlyList<ObjectValue> Added, IReadOnlyList<ObjectValue> Removed)
{
    /// <summary>Compares two lists; null if both hold the same objects.</summary>
    public static TableChange? Between(string table, IReadOnlyList<ObjectValue> before, IReadOnlyList<ObjectValue> after)
    {
        if (ReferenceEquals(before, after))
        {
            return null;
        }

        // Sessions change few rows, so equal beginnings and ends are skipped without hashing.
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
