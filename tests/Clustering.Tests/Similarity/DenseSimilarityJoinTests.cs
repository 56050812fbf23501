using AgentScaler.Clustering.Similarity;
using CsCheck;

namespace AgentScaler.Clustering.Tests.Similarity;

public class DenseSimilarityJoinTests
{
    [Fact]
    public void It_finds_exactly_the_pairs_that_brute_force_finds() =>
        Gen.Select(Gen.Int[0, 90], Gen.Int[1, 20], Gen.Int[0, 1_000_000], Gen.Float[-0.5f, 0.95f]).Sample((count, dimension, seed, threshold) =>
        {
            var vectors = Random(count, dimension, seed);
            Assert.Equal(BruteForce(vectors, threshold), DenseSimilarityJoin.Join(vectors, threshold, 2, null, CancellationToken.None));
        });

    [Theory]
    [InlineData(191)]
    [InlineData(192)]
    [InlineData(193)]
    [InlineData(450)]
    public void It_finds_them_across_the_borders_of_blocks(int count)
    {
        var vectors = Random(count, 16, count);
        Assert.Equal(BruteForce(vectors, 0.4f), DenseSimilarityJoin.Join(vectors, 0.4f, 3, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_row_of_zeros_is_similar_to_nothing()
    {
        var vectors = DenseVectors.Normalize([[0f, 0f], [1f, 0f], [2f, 0f]]);
        Assert.Equal([new SimilarityPair(1, 2, 1)], DenseSimilarityJoin.Join(vectors, 0.1f, 1, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Rows_of_different_length_are_refused() =>
        Assert.Contains("Vector 1 has 1 numbers", Assert.Throws<ArgumentException>(() => DenseVectors.Normalize([[1f, 2f], [1f]])).Message);

    [Fact]
    public void A_number_that_is_not_finite_is_refused() =>
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => DenseVectors.Normalize([[1f, float.NaN]])).Message);

    private static List<SimilarityPair> BruteForce(DenseVectors vectors, float threshold)
    {
        var pairs = new List<SimilarityPair>();
        for (var i = 0; i < vectors.Count; i++)
        {
            for (var j = i + 1; j < vectors.Count; j++)
            {
                var similarity = vectors.Dot(i, j);
                if (similarity > threshold)
                {
                    pairs.Add(new SimilarityPair(i, j, similarity));
                }
            }
        }

        return pairs;
    }

    private static DenseVectors Random(int count, int dimension, int seed)
    {
        var random = new Random(seed);
        return DenseVectors.Normalize(
            [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimension).Select(_ => (float)(random.NextDouble() - 0.3)).ToArray())]);
    }
}
