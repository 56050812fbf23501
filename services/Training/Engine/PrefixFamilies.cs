using AgentScaler.Training.Datasets;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Which rows begin alike: rows of one domain share system message, policy and tools. Rows are in one family when each shares
/// enough with the next in order of their tokens, so a family is a range of that order.
/// </summary>
internal sealed class PrefixFamilies
{
    private PrefixFamilies(int[] family, int[] prefix) => (Family, Prefix) = (family, prefix);

    /// <summary>The family of every row.</summary>
    public IReadOnlyList<int> Family { get; }

    /// <summary>How many tokens all rows of a family share; 0 for the family of rows that share with none.</summary>
    public IReadOnlyList<int> Prefix { get; }

    /// <param name="least">Fewest tokens that count as shared; 0 puts all rows into one family that shares nothing.</param>
    public static PrefixFamilies Of(IReadOnlyList<EncodedRow> rows, int least)
    {
        var family = new int[rows.Count];
        var prefix = new List<int> { 0 };
        if (least <= 0) return new PrefixFamilies(family, [.. prefix]);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(order, (a, b) => rows[a].InputIds.AsSpan().SequenceCompareTo(rows[b].InputIds) is var c and not 0 ? c : a.CompareTo(b));
        for (var i = 1; i < order.Length; i++)
        {
            var shared = SharedBy([rows[order[i - 1]], rows[order[i]]]);
            if (shared < least) continue;
            if (family[order[i - 1]] == 0)
            {
                family[order[i - 1]] = prefix.Count;
                prefix.Add(shared);
            }

            family[order[i]] = family[order[i - 1]];
            prefix[^1] = Math.Min(prefix[^1], shared);
        }

        return new PrefixFamilies(family, [.. prefix]);
    }

    /// <summary>
    /// How many tokens rows share from the first on, up to what the first trained token of any is predicted from: everything that
    /// is trained stays in the rows.
    /// </summary>
    public static int SharedBy(IReadOnlyList<EncodedRow> rows)
    {
        var shared = rows[0].InputIds.Length;
        foreach (var row in rows)
        {
            shared = Math.Min(shared, rows[0].InputIds.AsSpan().CommonPrefixLength(row.InputIds));
            var trained = Array.FindIndex(row.Labels, 1, l => l != EncodedRow.Ignored);
            if (trained >= 0) shared = Math.Min(shared, trained - 1);
        }

        return Math.Min(shared, rows.Min(r => r.InputIds.Length) - 1);
    }
}
