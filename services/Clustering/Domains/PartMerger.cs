using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Domains;

/// <summary>Joins parts that are too small, never beyond the greatest size.</summary>
internal sealed class PartMerger
{
    private readonly int[] parts;
    private readonly int[] parents;
    private readonly int[] sizes;
    private readonly int minimum;
    private readonly int maximum;

    public PartMerger(int[] parts, int minimum, int maximum)
    {
        this.parts = parts;
        this.minimum = minimum;
        this.maximum = maximum;
        var count = parts.Length == 0 ? 0 : parts.Max() + 1;
        parents = [.. Enumerable.Range(0, count)];
        sizes = new int[count];
        foreach (var part in parts)
        {
            sizes[part]++;
        }
    }

    /// <summary>The nodes of all parts below the least size.</summary>
    public List<int> Orphans() => [.. Enumerable.Range(0, parts.Length).Where(node => sizes[Find(parts[node])] < minimum)];

    /// <summary>Joins the parts at both ends of an edge if one is too small and both fit together, from the most similar edge on.</summary>
    /// <returns>The edges used.</returns>
    public List<SimilarityPair> MergeOrphansAlong(List<SimilarityPair> edges) => MergeAlong(edges, onlyOrphans: true);

    /// <summary>Joins the parts at both ends of an edge if both fit together, from the most similar edge on.</summary>
    /// <returns>The edges used.</returns>
    public List<SimilarityPair> MergeAlong(List<SimilarityPair> edges) => MergeAlong(edges, onlyOrphans: false);

    private List<SimilarityPair> MergeAlong(List<SimilarityPair> edges, bool onlyOrphans)
    {
        edges.Sort(static (a, b) =>
            a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity)
            : a.First != b.First ? a.First.CompareTo(b.First) : a.Second.CompareTo(b.Second));
        var used = new List<SimilarityPair>();
        foreach (var edge in edges)
        {
            var a = Find(parts[edge.First]);
            var b = Find(parts[edge.Second]);
            if (a != b && (!onlyOrphans || sizes[a] < minimum || sizes[b] < minimum) && sizes[a] + sizes[b] <= maximum)
            {
                var (root, child) = a < b ? (a, b) : (b, a);
                parents[child] = root;
                sizes[root] += sizes[child];
                used.Add(edge);
            }
        }

        return used;
    }

    /// <summary>The part of every node, numbered in order of first appearance.</summary>
    public int[] Parts()
    {
        var result = Array.ConvertAll(parts, Find);
        Communities.Aggregation.Renumber(result);
        return result;
    }

    private int Find(int part)
    {
        while (parents[part] != part)
        {
            parents[part] = parents[parents[part]];
            part = parents[part];
        }

        return part;
    }
}
