namespace AgentScaler.Clustering.Similarity;

/// <summary>Weighs the evidence that two tools are declared in the same document.</summary>
internal static class DocumentEvidence
{
    /// <summary>The share of the cosine that a small common document gives.</summary>
    public const double FullShare = 0.25;

    /// <summary>
    /// Number of tools up to which a document most likely describes one service over one database. Above it, the evidence falls with the square root of
    /// the size.
    /// </summary>
    private const double StrongSize = 60;

    public static double Share(int size) => FullShare * Math.Min(1, Math.Sqrt(StrongSize / size));
}
