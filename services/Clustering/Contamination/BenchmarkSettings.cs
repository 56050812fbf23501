namespace AgentScaler.Clustering.Contamination;

/// <summary>The settings of the stage <c>collect</c> that clustering needs.</summary>
internal sealed record BenchmarkSettings
{
    /// <summary>The benchmarks that tools were compared with.</summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [];
}
