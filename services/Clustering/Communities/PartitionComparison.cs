namespace AgentScaler.Clustering.Communities;

/// <summary>Measures how similar two partitions of the same nodes are.</summary>
public static class PartitionComparison
{
    /// <summary>Mutual information divided by the mean of the two entropies (Danon et al. 2005); 1 for equal partitions.</summary>
    public static double NormalizedMutualInformation(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"The partitions cover {first.Count} and {second.Count} nodes.", nameof(second));
        }

        double n = first.Count;
        var a = Sizes(first);
        var b = Sizes(second);
        var joint = new Dictionary<(int, int), int>();
        for (var i = 0; i < first.Count; i++)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(joint, (first[i], second[i]), out _)++;
        }

        double information = 0;
        foreach (var ((x, y), count) in joint)
        {
            information += count / n * Math.Log(count * n / ((double)a[x] * b[y]));
        }

        var entropies = Entropy(a, n) + Entropy(b, n);
        return entropies == 0 ? 1 : Math.Min(1, 2 * information / entropies);
    }

    private static double Entropy(int[] sizes, double n)
    {
        double sum = 0;
        foreach (var size in sizes)
        {
            if (size > 0)
            {
                sum -= size / n * Math.Log(size / n);
            }
        }

        return sum;
    }

    private static int[] Sizes(IReadOnlyList<int> labels)
    {
        var sizes = new int[labels.Count == 0 ? 0 : labels.Max() + 1];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        return sizes;
    }
}
