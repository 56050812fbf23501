namespace AgentScaler.Clustering.Communities;

/// <summary>A resolution and the partition found at it.</summary>
/// <param name="Lambda">The resolution divided by 2m.</param>
internal sealed record ResolutionChoice(double Resolution, double Lambda, int[] Communities);
