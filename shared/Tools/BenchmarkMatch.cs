namespace AgentScaler.Tools;

/// <summary>Evidence that a tool, or one too much like it, stands in a benchmark.</summary>
/// <param name="Benchmark">The benchmark's document.</param>
/// <param name="Kind">name, parameters or text.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">What matched, in words.</param>
public sealed record BenchmarkMatch(string Benchmark, string Kind, double Score, string Evidence);
