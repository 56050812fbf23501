namespace AgentScaler.Clustering.Contamination;

/// <summary>What clustering asks of the settings of the stage <c>collect</c>.</summary>
internal sealed record BenchmarkSettings
{
    /// <summary>The benchmarks that tools were compared with.</summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [];
}
