namespace AgentScaler.Clustering.Similarity;

/// <summary>A space in which similar tools are close to each other, however their vectors were made.</summary>
internal interface ISimilaritySpace
{
    /// <summary>Finds every pair above the threshold, in order.</summary>
    List<SimilarityPair> Join(Action<int>? rowsDone, CancellationToken cancellationToken);

    /// <summary>Finds the most similar other rows of some rows, above the attachment threshold.</summary>
    List<SimilarityPair> Nearest(IReadOnlyList<int> rows, int limit, CancellationToken cancellationToken);

    float Similarity(int first, int second);
}
