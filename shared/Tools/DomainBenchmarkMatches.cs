namespace AgentScaler.Tools;

/// <summary>What of a domain stands in benchmarks.</summary>
/// <param name="Tools">How many of the domain's tools match.</param>
/// <param name="Share">Their share of the domain's tools, above 0 up to 1.</param>
/// <param name="Entries">What they match, in order of benchmark and entry.</param>
public sealed record DomainBenchmarkMatches(int Tools, double Share, IReadOnlyList<BenchmarkEntryMatch> Entries);
