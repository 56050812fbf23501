namespace AgentScaler.Clustering.Similarity;

/// <summary>Two vectors, by index, and their cosine.</summary>
/// <param name="First">The smaller index.</param>
public readonly record struct SimilarityPair(int First, int Second, float Similarity);
