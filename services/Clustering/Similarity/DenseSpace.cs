using System.Numerics;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Similarity;

/// <summary>
/// Vectors of an embedding model, with the same evidence of the document as the built-in embedding. With s as the share of the document, the vectors are
/// scaled by sqrt(1 - s), and each document adds one dimension of sqrt(s). The similarity is the cosine of the result.
/// </summary>
internal sealed class DenseSpace : ISimilaritySpace
{
    private readonly DenseVectors _vectors;
    private readonly string[] _documents;
    private readonly float[] _shares;
    private readonly ClusteringOptions _options;

    public DenseSpace(IReadOnlyList<float[]> rows, string[] documents, ClusteringOptions options)
    {
        _documents = documents;
        _options = options;
        var sizes = documents.CountBy(document => document).ToDictionary(StringComparer.Ordinal);
        _shares = Array.ConvertAll(documents, document => (float)DocumentEvidence.Share(sizes[document]));
        _vectors = DenseVectors.Normalize(rows, Array.ConvertAll(_shares, share => Math.Sqrt(1 - share)));
    }

    public List<SimilarityPair> Join(Action<int>? rowsDone, CancellationToken cancellationToken)
    {
        var pairs = DenseSimilarityJoin.Join(_vectors, (float)_options.Threshold, _options.EffectiveThreads, rowsDone, cancellationToken);
        // Inside a document the evidence lifts pairs over the threshold that the vectors alone do not.
        pairs.RemoveAll(pair => _documents[pair.First] == _documents[pair.Second]);
        foreach (var group in Enumerable.Range(0, _documents.Length).GroupBy(i => _documents[i], StringComparer.Ordinal))
        {
            var rows = group.ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = i + 1; j < rows.Length; j++)
                {
                    var similarity = Similarity(rows[i], rows[j]);
                    if (similarity > _options.Threshold)
                    {
                        pairs.Add(new SimilarityPair(rows[i], rows[j], similarity));
                    }
                }
            }
        }

        pairs.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        return pairs;
    }

    public List<SimilarityPair> Nearest(IReadOnlyList<int> rows, int limit, CancellationToken cancellationToken)
    {
        var found = new SimilarityPair[rows.Count][];
        Parallel.For(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = _options.EffectiveThreads, CancellationToken = cancellationToken }, i =>
            found[i] = [.. Enumerable.Range(0, _vectors.Count)
                .Where(other => other != rows[i])
                .Select(other => new SimilarityPair(Math.Min(rows[i], other), Math.Max(rows[i], other), Similarity(rows[i], other)))
                .Where(pair => pair.Similarity > _options.AttachmentThreshold)
                .OrderByDescending(pair => pair.Similarity).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)
                .Take(limit)]);
        return [.. found.SelectMany(one => one).Distinct().OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    public float Similarity(int first, int second)
    {
        var (a, b) = first < second ? (first, second) : (second, first);
        return Dot(_vectors.Row(a), _vectors.Row(b)) + (_documents[a] == _documents[b] ? _shares[a] : 0);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sums += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
