using AgentScaler.Clustering.Similarity;

namespace AgentScaler.Clustering.Domains;

/// <summary>Joins parts that are too small, never beyond the greatest size.</summary>
internal sealed class PartMerger
{
    private readonly int[] _parts;
    private readonly int[] _parents;
    private readonly int[] _sizes;
    private readonly int _minimum;
    private readonly int _maximum;

    public PartMerger(int[] parts, int minimum, int maximum)
    {
        _parts = parts;
        _minimum = minimum;
        _maximum = maximum;
        var count = parts.Length == 0 ? 0 : parts.Max() + 1;
        _parents = [.. Enumerable.Range(0, count)];
        _sizes = new int[count];
        foreach (var part in parts)
        {
            _sizes[part]++;
        }
    }

    /// <summary>The nodes of all parts below the least size.</summary>
    public List<int> Orphans() => [.. Enumerable.Range(0, _parts.Length).Where(node => _sizes[Find(_parts[node])] < _minimum)];

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
            var a = Find(_parts[edge.First]);
            var b = Find(_parts[edge.Second]);
            if (a != b && (!onlyOrphans || _sizes[a] < _minimum || _sizes[b] < _minimum) && _sizes[a] + _sizes[b] <= _maximum)
            {
                var (root, child) = a < b ? (a, b) : (b, a);
                _parents[child] = root;
                _sizes[root] += _sizes[child];
                used.Add(edge);
            }
        }

        return used;
    }

    /// <summary>The part of every node, numbered in order of first appearance.</summary>
    public int[] Parts()
    {
        var result = Array.ConvertAll(_parts, Find);
        Communities.Aggregation.Renumber(result);
        return result;
    }

    private int Find(int part)
    {
        while (_parents[part] != part)
        {
            _parents[part] = _parents[_parents[part]];
            part = _parents[part];
        }

        return part;
    }
}
