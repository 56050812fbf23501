using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Tests.Similarity;

public class DenseSpaceTests
{
    private static readonly ClusteringOptions Options = new() { Threshold = 0.6, AttachmentThreshold = 0.3 };
    private static readonly string[] Documents = [.. Enumerable.Range(0, 90).Select(i => $"document {i % 7}")];
    private static readonly DenseSpace Space = new(Rows(), Documents, Options);

    [Fact]
    public void It_finds_every_pair_above_the_threshold_and_counts_the_document()
    {
        var expected = from i in Enumerable.Range(0, 90)
                       from j in Enumerable.Range(i + 1, 89 - i)
                       where Space.Similarity(i, j) > Options.Threshold
                       select (i, j);
        Assert.Equal(expected, Space.Join(null, TestContext.Current.CancellationToken).Select(pair => (pair.First, pair.Second)));
    }

    [Fact]
    public void Tools_of_one_document_are_more_alike_by_the_share_of_the_document()
    {
        var rows = Rows();
        var cosine = rows[0].Zip(rows[7], (a, b) => a * b).Sum() / Math.Sqrt(rows[0].Sum(a => a * a) * rows[7].Sum(a => a * a));
        Assert.Equal(0.75 * cosine + 0.25, Space.Similarity(0, 7), 5);
    }

    [Fact]
    public void The_nearest_come_first()
    {
        var all = Enumerable.Range(0, 90).Where(j => j != 4).Select(j => Space.Similarity(4, j)).OrderDescending().Take(3)
            .Where(one => one > Options.AttachmentThreshold);
        Assert.Equal(all, Space.Nearest([4], 3, TestContext.Current.CancellationToken).Select(pair => pair.Similarity).OrderDescending());
    }

    private static float[][] Rows()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 90).Select(_ => Enumerable.Range(0, 24).Select(_ => (float)(random.NextDouble() - 0.2)).ToArray())];
    }
}
