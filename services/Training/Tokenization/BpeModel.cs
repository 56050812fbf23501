using System.Text;

namespace AgentScaler.Training.Tokenization;

/// <summary>Vocabulary and merges of byte-level BPE: turns one word into ids. Not safe for concurrent use.</summary>
internal sealed class BpeModel
{
    private const int CacheLimit = 200_000;

    private readonly Dictionary<string, int> _vocabulary;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Merged)> _merges = [];
    private readonly int[] _bytes = new int[256];
    private readonly bool _ignoreMerges;
    private readonly Dictionary<string, int[]> _cache = new(StringComparer.Ordinal);

    /// <exception cref="TokenizerException">A byte or a merge has no token.</exception>
    public BpeModel(Dictionary<string, int> vocabulary, IReadOnlyList<(string Left, string Right)> merges, bool ignoreMerges)
    {
        _vocabulary = vocabulary;
        _ignoreMerges = ignoreMerges;
        for (var b = 0; b < 256; b++)
        {
            _bytes[b] = vocabulary.TryGetValue(ByteAlphabet.ToCharacter[b].ToString(), out var id)
                ? id
                : throw new TokenizerException($"model.vocab has no token for byte 0x{b:X2}; the vocabulary must hold all 256 bytes.");
        }

        for (var rank = 0; rank < merges.Count; rank++)
        {
            var (left, right) = merges[rank];
            if (!vocabulary.TryGetValue(left, out var l) || !vocabulary.TryGetValue(right, out var r) || !vocabulary.TryGetValue(left + right, out var m))
            {
                throw new TokenizerException($"model.merges[{rank}] ('{left}' '{right}') names a token that model.vocab does not hold.");
            }
            _merges.TryAdd((l, r), (rank, m));
        }
    }

    public void Encode(string word, List<int> ids)
    {
        if (!_cache.TryGetValue(word, out var known))
        {
            known = Merge(word);
            if (_cache.Count < CacheLimit)
            {
                _cache[word] = known;
            }
        }

        ids.AddRange(known);
    }

    private int[] Merge(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        if (_ignoreMerges && _vocabulary.TryGetValue(string.Create(bytes.Length, bytes, static (span, b) =>
            {
                for (var i = 0; i < b.Length; i++)
                {
                    span[i] = ByteAlphabet.ToCharacter[b[i]];
                }
            }), out var whole))
        {
            return [whole];
        }

        var ids = new List<int>(bytes.Length);
        foreach (var b in bytes)
        {
            ids.Add(_bytes[b]);
        }
        // The pair of the lowest rank is merged first, the leftmost of equals. Words are short, so a scan is fastest.
        while (ids.Count > 1)
        {
            var best = (Rank: int.MaxValue, Merged: 0);
            var at = -1;
            for (var i = 0; i + 1 < ids.Count; i++)
            {
                if (_merges.TryGetValue((ids[i], ids[i + 1]), out var merge) && merge.Rank < best.Rank)
                {
                    (best, at) = (merge, i);
                }
            }

            if (at < 0)
            {
                break;
            }
            ids[at] = best.Merged;
            ids.RemoveAt(at + 1);
        }

        return [.. ids];
    }
}
