namespace AgentScaler.Tools;

/// <summary>The matches between a domain and benchmarks.</summary>
/// <param name="Tools">Number of the domain's tools that match.</param>
/// <param name="Share">Their share of the domain's tools, above 0 up to 1.</param>
/// <param name="Entries">The matched benchmark tools, in order of benchmark and entry.</param>
public sealed record DomainBenchmarkMatches(int Tools, double Share, IReadOnlyList<BenchmarkEntryMatch> Entries);
