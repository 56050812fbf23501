using AgentScaler.Training.Datasets;

namespace AgentScaler.Training.Engine;

/// <summary>
/// Groups rows with a common beginning: rows of one domain share system message, policy and tools. Rows are in one family if each shares enough tokens with
/// the next in the order of their tokens, so a family is a range of that order.
/// </summary>
internal sealed class PrefixFamilies
{
    private PrefixFamilies(int[] family, int[] prefix) => (Family, Prefix) = (family, prefix);

    /// <summary>The family of every row.</summary>
    public IReadOnlyList<int> Family { get; }

    /// <summary>The number of tokens that all rows of a family share; 0 for the family of rows that share with none.</summary>
    public IReadOnlyList<int> Prefix { get; }

    /// <param name="least">The fewest tokens that count as shared; 0 puts all rows into one family that shares nothing.</param>
    public static PrefixFamilies Of(IReadOnlyList<EncodedRow> rows, int least)
    {
        var family = new int[rows.Count];
        var prefix = new List<int> { 0 };
        if (least <= 0)
        {
            return new PrefixFamilies(family, [.. prefix]);
        }
        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(order, (a, b) => rows[a].InputIds.AsSpan().SequenceCompareTo(rows[b].InputIds) is var c and not 0 ? c : a.CompareTo(b));
        for (var i = 1; i < order.Length; i++)
        {
            var shared = SharedBy([rows[order[i - 1]], rows[order[i]]]);
            if (shared < least)
            {
                continue;
            }
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
    /// The number of tokens that rows share from the first on, up to the position that predicts the first trained token of any row. All trained tokens stay in
    /// the rows.
    /// </summary>
    public static int SharedBy(IReadOnlyList<EncodedRow> rows)
    {
        var shared = rows[0].InputIds.Length;
        foreach (var row in rows)
        {
            shared = Math.Min(shared, rows[0].InputIds.AsSpan().CommonPrefixLength(row.InputIds));
            var trained = Array.FindIndex(row.Labels, 1, l => l != EncodedRow.Ignored);
            if (trained >= 0)
            {
                shared = Math.Min(shared, trained - 1);
            }
        }

        return Math.Min(shared, rows.Min(r => r.InputIds.Length) - 1);
    }
}
