using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>A domain that was left out whole because at least half of its tools match a benchmark.</summary>
/// <param name="Tools">How many tools it had, those that match included.</param>
/// <param name="ToolsLeftOut">Ids of its tools that match nothing and went with it.</param>
public sealed record LeftOutDomain(
    string Id, string Slug, string Name, int Tools, DomainBenchmarkMatches BenchmarkMatches, IReadOnlyList<string> ToolsLeftOut);
