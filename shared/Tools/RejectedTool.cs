using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>An operation that did not become a tool, and why.</summary>
public sealed record RejectedTool(string Source, string Locator, string Name, string Reason, string Detail)
{
    /// <summary>The reason for a tool that was left out because a benchmark contains it.</summary>
    public const string InBenchmark = "benchmark_match";

    /// <summary>
    /// The tool that was left out because of a benchmark, with all evidence. Clustering determines the domain to which it would have belonged. Null for
    /// other reasons, because then the rejected operation is not a tool.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToolSpecification? Tool { get; init; }
}
