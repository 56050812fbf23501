using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>A domain that was left out whole because at least half of its tools match a benchmark.</summary>
/// <param name="Tools">Number of its tools, including those that match.</param>
/// <param name="ToolsLeftOut">Ids of its tools that match nothing and were left out with it.</param>
public sealed record LeftOutDomain(
    string Id, string Slug, string Name, int Tools, DomainBenchmarkMatches BenchmarkMatches, IReadOnlyList<string> ToolsLeftOut);
