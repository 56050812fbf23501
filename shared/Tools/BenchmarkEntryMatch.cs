namespace AgentScaler.Tools;

/// <summary>One tool of a benchmark, and the tools of a domain that match it.</summary>
/// <param name="Benchmark">The benchmark's document.</param>
/// <param name="Entry">Name of the benchmark's tool. Null if the evidence names none.</param>
/// <param name="Tools">Ids of the domain's tools that match it, sorted.</param>
public sealed record BenchmarkEntryMatch(string Benchmark, string? Entry, IReadOnlyList<string> Tools);
