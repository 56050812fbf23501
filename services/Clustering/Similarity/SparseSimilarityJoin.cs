namespace AgentScaler.Clustering.Similarity;

/// <summary>Finds every pair of sparse rows with a cosine above a threshold, exactly, on all cores. The memory grows with the number of pairs.</summary>
public static class SparseSimilarityJoin
{
    private const int BlockSize = 256;

    /// <returns>Pairs ordered by first and second row, the same for every number of threads.</returns>
    public static List<SimilarityPair> Join(SparseVectors vectors, double threshold, int threads, Action<int>? rowsDone, CancellationToken cancellationToken)
    {
        var index = new SparseIndex(vectors, threshold);
        var blocks = (vectors.Count + BlockSize - 1) / BlockSize;
        var results = new List<SimilarityPair>[blocks];
        var done = 0;
        Parallel.For(
            0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => (Scratch: index.CreateScratch(), Found: new List<(int Row, float Similarity)>()),
            (block, _, local) =>
            {
                var pairs = new List<SimilarityPair>();
                var end = Math.Min((block + 1) * BlockSize, vectors.Count);
                for (var row = block * BlockSize; row < end; row++)
                {
                    local.Found.Clear();
                    index.Query(row, row + 1, local.Scratch, local.Found);
                    local.Found.Sort();
                    foreach (var (other, similarity) in local.Found)
                    {
                        pairs.Add(new SimilarityPair(row, other, similarity));
                    }
                }

                results[block] = pairs;
                rowsDone?.Invoke(Interlocked.Add(ref done, end - block * BlockSize));
                return local;
            },
            _ => { });
        var all = new List<SimilarityPair>(results.Sum(pairs => pairs.Count));
        foreach (var pairs in results)
        {
            all.AddRange(pairs);
        }

        return all;
    }

    /// <summary>
    /// Finds, for each of <paramref name="rows"/>, the <paramref name="limit"/> most similar rows above the threshold; ties go to the smaller index.
    /// </summary>
    public static List<SimilarityPair> Nearest(SparseVectors vectors, IReadOnlyList<int> rows, double threshold, int limit, int threads,
        CancellationToken cancellationToken)
    {
        var index = new SparseIndex(vectors, threshold);
        var results = new SimilarityPair[rows.Count][];
        Parallel.For(
            0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => (Scratch: index.CreateScratch(), Found: new List<(int Row, float Similarity)>()),
            (i, _, local) =>
            {
                var row = rows[i];
                local.Found.Clear();
                index.Query(row, 0, local.Scratch, local.Found);
                results[i] = [.. local.Found
                    .OrderByDescending(one => one.Similarity).ThenBy(one => one.Row).Take(limit)
                    .Select(one => new SimilarityPair(Math.Min(row, one.Row), Math.Max(row, one.Row), one.Similarity))];
                return local;
            },
            _ => { });
        return [.. results.SelectMany(one => one).Distinct().OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }
}
