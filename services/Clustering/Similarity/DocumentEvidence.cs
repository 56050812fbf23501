namespace AgentScaler.Clustering.Similarity;

/// <summary>How strongly it counts that two tools were declared in one document.</summary>
internal static class DocumentEvidence
{
    /// <summary>The share of the cosine that one small document gives.</summary>
    public const double FullShare = 0.25;

    /// <summary>Documents up to this size describe one service, most likely over one database; in larger ones the evidence falls with the square root of the size.</summary>
    private const double StrongSize = 60;

    public static double Share(int size) => FullShare * Math.Min(1, Math.Sqrt(StrongSize / size));
}
