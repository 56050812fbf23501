using System.Text.Json.Serialization;

namespace AgentScaler.Tools;

/// <summary>A community of tools that share a database.</summary>
/// <param name="Slug">Lower-case name in paths, unique in the workspace.</param>
/// <param name="Tools">Tool ids, sorted.</param>
public sealed record ToolDomain(
    string Id,
    string Slug,
    string Name,
    IReadOnlyList<string> Tools,
    IReadOnlyList<ToolDependency> Dependencies)
{
    /// <summary>Benchmarks that contain tools of this domain or very similar ones. Null if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DomainBenchmarkMatches? BenchmarkMatches { get; init; }
}
