using AgentScaler.Clustering.Similarity;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Similarity;

public class SparseSimilarityJoinTests
{
    private static readonly Gen<(SparseVectors Vectors, double Threshold)> Inputs =
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 40], Gen.Int[0, 1_000_000], Gen.Double[0.05, 0.95])
            .Select((rows, dimensions, seed, threshold) => (RandomVectors(rows, dimensions, seed), threshold));

    [Fact]
    public void It_finds_exactly_the_pairs_that_brute_force_finds() =>
        Inputs.Sample(input =>
        {
            var expected = BruteForce(input.Vectors, input.Threshold);
            Assert.Equal(expected, SparseSimilarityJoin.Join(input.Vectors, input.Threshold, 2, null, CancellationToken.None));
        });

    [Fact]
    public void It_finds_them_on_vectors_with_many_dimensions_and_heavy_heads()
    {
        var vectors = RandomVectors(1500, 3000, 7);
        var expected = BruteForce(vectors, 0.3);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, SparseSimilarityJoin.Join(vectors, 0.3, 3, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_nearest_rows_are_those_of_brute_force() =>
        Inputs.Sample(input =>
        {
            var rows = Enumerable.Range(0, input.Vectors.Count).Where(row => row % 3 == 0).ToArray();
            var expected = rows
                .SelectMany(row => BruteForce(input.Vectors, input.Threshold)
                    .Where(pair => pair.First == row || pair.Second == row)
                    .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.First == row ? pair.Second : pair.First).Take(3))
                .Distinct().OrderBy(pair => pair.First).ThenBy(pair => pair.Second);
            Assert.Equal(expected, SparseSimilarityJoin.Nearest(input.Vectors, rows, input.Threshold, 3, 2, CancellationToken.None));
        });

    [Fact]
    public void It_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            SparseSimilarityJoin.Join(RandomVectors(10, 5, 1), 0.5, 1, null, new CancellationToken(canceled: true)));

    private static List<SimilarityPair> BruteForce(SparseVectors vectors, double threshold)
    {
        var pairs = new List<SimilarityPair>();
        for (var i = 0; i < vectors.Count; i++)
        {
            for (var j = i + 1; j < vectors.Count; j++)
            {
                var similarity = vectors.Dot(i, j);
                if (similarity > threshold)
                {
                    pairs.Add(new SimilarityPair(i, j, (float)similarity));
                }
            }
        }

        return pairs;
    }

    /// <summary>Low dimensions are frequent, high ones rare, as in text; some rows are empty, some equal.</summary>
    private static SparseVectors RandomVectors(int rows, int dimensions, int seed)
    {
        var random = new Random(seed);
        var offsets = new int[rows + 1];
        var all = new List<int>();
        var values = new List<float>();
        for (var row = 0; row < rows; row++)
        {
            if (row > 0 && random.Next(8) == 0)
            {
                all.AddRange(all.Skip(offsets[row - 1]).Take(offsets[row] - offsets[row - 1]).ToArray());
                values.AddRange(values.Skip(offsets[row - 1]).Take(offsets[row] - offsets[row - 1]).ToArray());
                offsets[row + 1] = all.Count;
                continue;
            }

            var own = Enumerable.Range(0, random.Next(12)).Select(_ => (int)(dimensions * Math.Pow(random.NextDouble(), 3))).Distinct().Order().ToArray();
            var weights = own.Select(dimension => 0.05 + random.NextDouble() * (1 + (double)dimension / dimensions)).ToArray();
            var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
            all.AddRange(own);
            values.AddRange(weights.Select(weight => (float)(weight / norm)));
            offsets[row + 1] = all.Count;
        }

        return new SparseVectors(dimensions, offsets, [.. all], [.. values]);
    }
}
