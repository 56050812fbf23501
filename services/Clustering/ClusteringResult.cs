using AgentScaler.Clustering.Graphs;
using AgentScaler.Tools;

namespace AgentScaler.Clustering;

/// <summary>The graph, and its domains in order of id.</summary>
public sealed record ClusteringResult(ToolGraph Graph, IReadOnlyList<ToolDomain> Domains);
