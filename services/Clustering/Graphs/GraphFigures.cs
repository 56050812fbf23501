using System.Text.Json.Serialization;

namespace AgentScaler.Clustering.Graphs;

/// <summary>The section <c>graph</c> of <c>report.json</c>.</summary>
/// <param name="Modularity">Newman's modularity (resolution 1) of the domains on the edges of the graph.</param>
/// <param name="Singletons">Number of domains with one tool.</param>
public sealed record GraphFigures(
    int Nodes,
    int Edges,
    double Threshold,
    double Resolution,
    string Algorithm,
    int Domains,
    double Modularity,
    int DisconnectedCommunities,
    int LargestDomain,
    int Singletons)
{
    /// <summary>Modularity of the domains at the graph's resolution.</summary>
    public double ModularityAtResolution { get; init; }

    /// <summary>Number of edges at or below the threshold that attach an orphan.</summary>
    public int AttachmentEdges { get; init; }

    /// <summary>Share of the tools that are in domains of useful size.</summary>
    public double UsefulShare { get; init; }

    public int Dependencies { get; init; }

    /// <summary>Number of domains with a tool that matches a benchmark, including those left out; null if no benchmark was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DomainsMatchingBenchmarks { get; init; }

    /// <summary>The domains that were left out whole, with the evidence; null if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeftOutDomain>? DomainsLeftOut { get; init; }
}
