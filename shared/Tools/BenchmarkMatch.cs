using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>Evidence that a benchmark contains a tool or a very similar one.</summary>
/// <param name="Benchmark">The benchmark's document.</param>
/// <param name="Kind">name, parameters, text or call.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">The match in words.</param>
public sealed record BenchmarkMatch(string Benchmark, string Kind, double Score, string Evidence)
{
    /// <summary>Name of the benchmark's tool in the benchmark's spelling. For a call in its tasks, the joined words of the name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entry { get; init; }
}
