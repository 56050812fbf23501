using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Similarity;

/// <summary>The sparse vectors of the built-in embedding.</summary>
internal sealed class SparseSpace(SparseVectors vectors, ClusteringOptions options) : ISimilaritySpace
{
    public List<SimilarityPair> Join(Action<int>? rowsDone, CancellationToken cancellationToken) =>
        SparseSimilarityJoin.Join(vectors, options.Threshold, options.EffectiveThreads, rowsDone, cancellationToken);

    public List<SimilarityPair> Nearest(IReadOnlyList<int> rows, int limit, CancellationToken cancellationToken) =>
        SparseSimilarityJoin.Nearest(vectors, rows, options.AttachmentThreshold, limit, options.EffectiveThreads, cancellationToken);

    public float Similarity(int first, int second) => (float)vectors.Dot(first, second);
}
