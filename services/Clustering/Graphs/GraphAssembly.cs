using System.Text.Json;
using AgentScaler.Clustering.Communities;
using AgentScaler.Clustering.Profiles;
using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>Combines edges, attachments and figures into one document.</summary>
internal static class GraphAssembly
{
    public static ToolGraph Assemble(
        ToolProfile[] tools, List<SimilarityPair> pairs, List<SimilarityPair> attachments, int[] parts,
        IReadOnlyList<ToolDomain> domains, double resolution, ClusteringOptions options)
    {
        var edges = pairs.Select(pair => new GraphEdge(pair.First, pair.Second, pair.Similarity, false))
            .Concat(attachments.Select(pair => new GraphEdge(pair.First, pair.Second, pair.Similarity, true)))
            .ToArray();
        Array.Sort(edges, static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        // All edges of the document count, so that a figure recomputed from it is the same.
        var graph = WeightedGraph.Of(tools.Length, [.. pairs, .. attachments]);
        var useful = domains.Where(domain => domain.Tools.Count >= options.MinimumDomainSize && domain.Tools.Count <= options.MaximumDomainSize)
            .Sum(domain => domain.Tools.Count);
        var figures = new GraphFigures(
            tools.Length, edges.Length, options.Threshold, Math.Round(resolution, 6),
            JsonNamingPolicy.SnakeCaseLower.ConvertName(options.Algorithm.ToString()), domains.Count,
            Math.Round(Modularity.Of(graph, parts), 6), Connectivity.CountDisconnected(graph, parts),
            domains.Count == 0 ? 0 : domains.Max(domain => domain.Tools.Count), domains.Count(domain => domain.Tools.Count == 1))
        {
            ModularityAtResolution = Math.Round(Modularity.Of(graph, parts, resolution), 6),
            AttachmentEdges = attachments.Count,
            UsefulShare = tools.Length == 0 ? 0 : Math.Round((double)useful / tools.Length, 6),
            Dependencies = domains.Sum(domain => domain.Dependencies.Count),
        };
        return new ToolGraph([.. tools.Select(tool => tool.Id)], edges, figures);
    }
}
