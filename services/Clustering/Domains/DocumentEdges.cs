using AgentScaler.Clustering.Similarity;
using AgentScaler.Pipeline.Options;

namespace AgentScaler.Clustering.Domains;

/// <summary>Adds edges that join the parts of small documents.</summary>
internal sealed class DocumentEdges(IReadOnlyList<string> documents, ISimilaritySpace space, ClusteringOptions options)
{
    /// <summary>Share of its tools by which a part belongs to a document.</summary>
    private const double Majority = 0.6;

    /// <summary>For every document that fits a domain, the edges between those of its parts that are mostly its own.</summary>
    public List<SimilarityPair> Between(int[] parts, CancellationToken cancellationToken)
    {
        var sizes = parts.CountBy(part => part).ToDictionary();
        var groups = Enumerable.Range(0, documents.Count).GroupBy(node => documents[node], StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .Where(group => group.Length > 1 && group.Length <= options.MaximumDomainSize)
            .ToArray();
        var edges = new List<SimilarityPair>[groups.Length];
        Parallel.For(0, groups.Length, new ParallelOptions { MaxDegreeOfParallelism = options.EffectiveThreads, CancellationToken = cancellationToken }, g =>
        {
            edges[g] = [];
            var own = groups[g].CountBy(node => parts[node]).Where(part => part.Value >= Majority * sizes[part.Key]).Select(part => part.Key).ToHashSet();
            var members = own.Count > 1 ? groups[g].Where(node => own.Contains(parts[node])).ToArray() : [];
            for (var i = 0; i < members.Length; i++)
            {
                for (var j = i + 1; j < members.Length; j++)
                {
                    if (parts[members[i]] != parts[members[j]])
                    {
                        edges[g].Add(new SimilarityPair(members[i], members[j], space.Similarity(members[i], members[j])));
                    }
                }
            }
        });
        return [.. edges.SelectMany(one => one)];
    }
}
