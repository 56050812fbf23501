namespace AgentScaler.Clustering.Similarity;

/// <summary>Where tools lie near each other, whatever made their vectors.</summary>
internal interface ISimilaritySpace
{
    /// <summary>Every pair above the threshold, in order.</summary>
    List<SimilarityPair> Join(Action<int>? rowsDone, CancellationToken cancellationToken);

    /// <summary>The most similar others of some rows above the attachment threshold.</summary>
    List<SimilarityPair> Nearest(IReadOnlyList<int> rows, int limit, CancellationToken cancellationToken);

    float Similarity(int first, int second);
}
