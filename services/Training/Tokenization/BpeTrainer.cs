using System.Text;
using AgentScaler.Language;

namespace AgentScaler.Training.Tokenization;

/// <summary>
/// Learns byte-level BPE from texts. Starting from the 256 bytes, the most frequent adjacent pair repeatedly becomes a token (Sennrich et al., arXiv
/// 1508.07909). Of equally frequent pairs the one with the lower ids is first, as in Hugging Face's trainer, so the result depends on the texts
/// alone.
/// </summary>
public sealed class BpeTrainer
{
    private readonly List<Word> _words = [];
    private readonly Dictionary<(int, int), long> _counts = [];
    private readonly Dictionary<(int, int), HashSet<int>> _places = [];
    private readonly PriorityQueue<((int Left, int Right) Pair, long Count), (long, int, int)> _queue = new();

    private sealed class Word(List<int> ids, long count)
    {
        public List<int> Ids { get; } = ids;

        public long Count { get; } = count;
    }

    private BpeTrainer()
    {
    }

    /// <param name="vocabularySize">Number of tokens in all: bytes, merges and special tokens.</param>
    /// <param name="pattern">The pattern that splits texts into words (<see cref="PreTokenizer"/>). Merges stay inside words.</param>
    /// <param name="specialTokens">Tokens that are cut out of the texts and get the last ids, as in Qwen's vocabulary.</param>
    public static Tokenizer Train(IEnumerable<string> texts, int vocabularySize, string pattern, IReadOnlyList<string> specialTokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabularySize, 256 + specialTokens.Count);
        var splitter = new PreTokenizer([pattern]);
        var words = CountWords(texts, splitter, specialTokens);
        var tokens = ByteAlphabet.ToCharacter.Order().Select(c => c.ToString()).ToList();
        var merges = new BpeTrainer().Run(words, tokens, vocabularySize - specialTokens.Count);
        var vocabulary = tokens.Select((token, id) => (token, id)).ToDictionary(p => p.token, p => p.id, StringComparer.Ordinal);
        AddedToken[] added = [.. specialTokens.Select((t, i) => new AddedToken(tokens.Count + i, t, SpecialTokens.IsControl(t)))];
        return new Tokenizer(new TokenizerDefinition(vocabulary, merges, added, splitter, Normalizes: true, IgnoreMerges: false));
    }

    private static SortedDictionary<string, long> CountWords(IEnumerable<string> texts, PreTokenizer splitter, IReadOnlyList<string> specialTokens)
    {
        var words = new SortedDictionary<string, long>(StringComparer.Ordinal);
        string[] separators = [.. specialTokens];
        foreach (var text in texts)
        {
            foreach (var piece in text.Split(separators, StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var word in splitter.Split(CanonicalForm.Compose(piece)))
                {
                    words[word] = words.GetValueOrDefault(word) + 1;
                }
            }
        }

        return words;
    }

    private List<(string Left, string Right)> Run(SortedDictionary<string, long> words, List<string> tokens, int size)
    {
        var ids = tokens.Select((t, i) => (t, i)).ToDictionary(p => p.t[0], p => p.i);
        foreach (var (text, count) in words)
        {
            var word = new Word([.. Encoding.UTF8.GetBytes(text).Select(b => ids[ByteAlphabet.ToCharacter[b]])], count);
            for (var i = 0; i + 1 < word.Ids.Count; i++)
            {
                Count((word.Ids[i], word.Ids[i + 1]), count, _words.Count);
            }
            _words.Add(word);
        }

        foreach (var (pair, count) in _counts)
        {
            Enqueue(pair, count);
        }
        // Two pairs can form one token ("a"+"bc", "ab"+"c"), which the vocabulary holds once.
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var merges = new List<(string, string)>();
        while (tokens.Count < size && _queue.TryDequeue(out var entry, out _))
        {
            var (pair, count) = entry;
            var current = _counts.GetValueOrDefault(pair);
            if (current < 1)
            {
                continue;
            }
            if (current != count)
            {
                Enqueue(pair, current);
                continue;
            }

            var token = tokens[pair.Left] + tokens[pair.Right];
            if (!known.TryGetValue(token, out var id))
            {
                id = tokens.Count;
                tokens.Add(token);
                known[token] = id;
            }

            merges.Add((tokens[pair.Left], tokens[pair.Right]));
            Merge(pair, id);
        }

        return merges;
    }

    private void Merge((int Left, int Right) pair, int id)
    {
        var changed = new SortedSet<(int, int)>();
        foreach (var place in _places[pair].Order())
        {
            var word = _words[place];
            for (var i = 0; i + 1 < word.Ids.Count; i++)
            {
                if (word.Ids[i] != pair.Left || word.Ids[i + 1] != pair.Right)
                {
                    continue;
                }
                if (i > 0)
                {
                    Count((word.Ids[i - 1], pair.Left), -word.Count, place);
                    Count((word.Ids[i - 1], id), word.Count, place);
                    changed.Add((word.Ids[i - 1], id));
                }

                if (i + 2 < word.Ids.Count)
                {
                    Count((pair.Right, word.Ids[i + 2]), -word.Count, place);
                    Count((id, word.Ids[i + 2]), word.Count, place);
                    changed.Add((id, word.Ids[i + 2]));
                }

                word.Ids[i] = id;
                word.Ids.RemoveAt(i + 1);
            }
        }

        _counts.Remove(pair);
        _places.Remove(pair);
        foreach (var made in changed)
        {
            if (_counts.TryGetValue(made, out var count))
            {
                Enqueue(made, count);
            }
        }
    }

    private void Count((int, int) pair, long count, int place)
    {
        _counts[pair] = _counts.GetValueOrDefault(pair) + count;
        if (count <= 0)
        {
            return;
        }
        if (!_places.TryGetValue(pair, out var places))
        {
            _places[pair] = places = [];
        }
        places.Add(place);
    }

    private void Enqueue((int Left, int Right) pair, long count)
    {
        if (count > 0)
        {
            _queue.Enqueue((pair, count), (-count, pair.Left, pair.Right));
        }
    }
}
