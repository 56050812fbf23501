using System.Text.Json.Serialization;

namespace AgentScaler.Clustering.Graphs;

/// <summary>The <c>graph</c> section of <c>report.json</c>.</summary>
/// <param name="Modularity">Newman's modularity (resolution 1) of the domains on the graph's edges.</param>
/// <param name="Singletons">Domains of one tool.</param>
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

    /// <summary>Edges that attach an orphan and lie at or below the threshold.</summary>
    public int AttachmentEdges { get; init; }

    /// <summary>Share of tools in domains of the sizes asked for.</summary>
    public double UsefulShare { get; init; }

    public int Dependencies { get; init; }

    /// <summary>Domains that hold a tool that matches a benchmark, those that were left out included; null where no benchmark was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DomainsMatchingBenchmarks { get; init; }

    /// <summary>Domains that were left out whole, with the evidence; null where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LeftOutDomain>? DomainsLeftOut { get; init; }
}
