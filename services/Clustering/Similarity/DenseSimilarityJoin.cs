namespace AgentScaler.Clustering.Similarity;

/// <summary>
/// Finds every pair of dense rows with a cosine above a threshold, exactly. It computes the upper triangle of the matrix times its transpose, block by
/// block on all cores, and keeps no block.
/// </summary>
public static class DenseSimilarityJoin
{
    /// <summary>Rows of a block. With 256 numbers a row, a block fits the second-level cache.</summary>
    private const int BlockSize = 192;

    /// <returns>Pairs ordered by first and second row, the same for every number of threads.</returns>
    public static List<SimilarityPair> Join(DenseVectors vectors, float threshold, int threads, Action<int>? rowsDone, CancellationToken cancellationToken)
    {
        var panels = new DensePanels(vectors);
        var blocks = (vectors.Count + BlockSize - 1) / BlockSize;
        var results = new List<SimilarityPair>[blocks];
        var done = 0;
        // Early blocks have the longest rows of the triangle: handed out one at a time, they balance by themselves.
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(Enumerable.Range(0, blocks),
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            block =>
            {
                var start = block * BlockSize;
                var end = Math.Min(start + BlockSize, vectors.Count);
                var pairs = new List<SimilarityPair>();
                for (var panel = start / DensePanels.Width; panel < panels.Count; panel++)
                {
                    panels.Compare(start, end, panel, threshold, pairs);
                }

                pairs.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
                results[block] = pairs;
                rowsDone?.Invoke(Interlocked.Add(ref done, end - start));
            });
        var all = new List<SimilarityPair>(results.Sum(pairs => pairs.Count));
        foreach (var pairs in results)
        {
            all.AddRange(pairs);
        }

        return all;
    }
}
