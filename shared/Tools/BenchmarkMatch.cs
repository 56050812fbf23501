using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>Evidence that a tool, or one too much like it, stands in a benchmark.</summary>
/// <param name="Benchmark">The benchmark's document.</param>
/// <param name="Kind">name, parameters, text or call.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Evidence">What matched, in words.</param>
public sealed record BenchmarkMatch(string Benchmark, string Kind, double Score, string Evidence)
{
    /// <summary>Name of the benchmark's tool, as the benchmark writes it; of a call in its tasks, the words of its name joined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Entry { get; init; }
}
