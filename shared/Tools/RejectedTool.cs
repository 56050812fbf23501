using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>An operation that did not become a tool, and why.</summary>
public sealed record RejectedTool(string Source, string Locator, string Name, string Reason, string Detail)
{
    /// <summary>The reason of a tool that was left out because a benchmark holds it.</summary>
    public const string InBenchmark = "benchmark_match";

    /// <summary>
    /// The tool that was left out, with all that speaks for its being in a benchmark: clustering asks where it would have
    /// stood. Null for any other reason, for what is rejected then is no tool.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToolSpecification? Tool { get; init; }
}
