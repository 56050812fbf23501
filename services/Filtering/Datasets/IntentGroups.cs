using System.Runtime.InteropServices;
using AgentScaler.Trajectories.Conversations;

namespace AgentScaler.Filtering.Datasets;

/// <summary>
/// Groups texts that say nearly the same. Two texts are linked if the Jaccard similarity of their sets of word triples reaches a threshold, and linked
/// texts form a group. The result is exact. Prefix filtering makes it fast, because two such similar sets share one of their rarest members.
/// </summary>
public static class IntentGroups
{
    private const int Shingle = 3;

    /// <summary>Returns the number of each text's group, which is the number of the group's first text.</summary>
    public static int[] Of(IReadOnlyList<string> texts, double threshold)
    {
        var sets = Ranked(texts);
        var parent = Enumerable.Range(0, texts.Count).ToArray();
        int Find(int at)
        {
            while (parent[at] != at)
            {
                at = parent[at] = parent[parent[at]];
            }

            return at;
        }

        var index = new Dictionary<int, List<int>>();
        for (var i = 0; i < sets.Length; i++)
        {
            var seen = new HashSet<int>();
            var prefix = sets[i].Length - (int)Math.Ceiling(threshold * sets[i].Length) + 1;
            for (var k = 0; k < Math.Min(prefix, sets[i].Length); k++)
            {
                ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(index, sets[i][k], out _);
                foreach (var other in others ??= [])
                {
                    var (a, b) = (Find(i), Find(other));
                    if (a != b && seen.Add(other) && Similar(sets[i], sets[other], threshold))
                    {
                        parent[Math.Max(a, b)] = Math.Min(a, b);
                    }
                }

                others.Add(i);
            }
        }

        return [.. Enumerable.Range(0, texts.Count).Select(Find)];
    }

    /// <summary>Returns each text's triples in order, as numbers that grow with the number of texts that contain the triple.</summary>
    private static int[][] Ranked(IReadOnlyList<string> texts)
    {
        var triples = texts.Select(Triples).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var triple in triples.SelectMany(t => t))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, triple, out _)++;
        }

        var rank = counts.OrderBy(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);
        return Array.ConvertAll(triples, set => set.Select(t => rank[t]).Order().ToArray());
    }

    private static HashSet<string> Triples(string text)
    {
        var words = Conversation.Words(Conversation.Lower(text));
        var triples = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Shingle <= words.Length; i++)
        {
            triples.Add(string.Join(' ', words, i, Shingle));
        }

        if (triples.Count == 0)
        {
            triples.Add(string.Join(' ', words));
        }

        return triples;
    }

    private static bool Similar(int[] a, int[] b, double threshold)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared >= threshold * (a.Length + b.Length - shared);
    }
}
