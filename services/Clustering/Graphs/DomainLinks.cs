using System.Runtime.InteropServices;
using AgentScaler.Tools;

namespace AgentScaler.Clustering.Graphs;

/// <summary>Builds the graph of domains by adding up the edges between their tools.</summary>
internal static class DomainLinks
{
    public static IReadOnlyList<DomainLink> Of(ToolGraph graph, IReadOnlyList<ToolDomain> domains)
    {
        var domainOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < domains.Count; i++)
        {
            foreach (var tool in domains[i].Tools)
            {
                domainOf[tool] = i;
            }
        }

        var byNode = graph.Nodes.Select(node => domainOf[node]).ToArray();
        var sums = new Dictionary<(int, int), double>();
        foreach (var edge in graph.Edges)
        {
            var (a, b) = (byNode[edge.From], byNode[edge.To]);
            if (a != b)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sums, (Math.Min(a, b), Math.Max(a, b)), out _) += edge.Similarity;
            }
        }

        return [.. sums.Select(sum => new DomainLink(sum.Key.Item1, sum.Key.Item2, sum.Value)).OrderBy(link => link.First).ThenBy(link => link.Second)];
    }
}
