namespace AgentScaler.Collection.Contamination;

/// <summary>A tool of a benchmark, as far as likeness is judged by it.</summary>
internal sealed record BenchmarkTool(string Benchmark, string Name, IReadOnlySet<string> Parameters, IReadOnlySet<ulong> Shingles);
