namespace AgentScaler.Collection.Contamination;

/// <summary>The parts of a benchmark's tool that are compared.</summary>
internal sealed record BenchmarkTool(string Benchmark, string Name, IReadOnlySet<string> Parameters, IReadOnlySet<ulong> Shingles);
