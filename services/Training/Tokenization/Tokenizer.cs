using System.Text;
using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Training.Tokenization;

/// <summary>
/// A byte-level BPE tokenizer from a Hugging Face <c>tokenizer.json</c>. Added tokens are cut out first; the rest is normalized, split into words, and
/// merged. It is safe for concurrent use.
/// </summary>
public sealed class Tokenizer
{
    private readonly Lock _lock = new();
    private readonly BpeModel _model;
    private readonly Regex? _addedPattern;
    private readonly Dictionary<string, int> _added;
    private readonly byte[][] _bytes;

    internal Tokenizer(TokenizerDefinition definition)
    {
        Definition = definition;
        _model = new BpeModel(definition.Vocabulary, definition.Merges, definition.IgnoreMerges);
        _added = definition.AddedTokens.ToDictionary(t => t.Content, t => t.Id, StringComparer.Ordinal);
        if (_added.Count > 0)
        {
            // Of the tokens that start at one place, the longest one counts.
            var alternatives = _added.Keys.OrderByDescending(k => k.Length).ThenBy(k => k, StringComparer.Ordinal).Select(Regex.Escape);
            _addedPattern = new Regex(string.Join('|', alternatives), RegexOptions.CultureInvariant | RegexOptions.Compiled);
        }

        VocabularySize = 1 + Math.Max(definition.Vocabulary.Values.Max(), definition.AddedTokens.Select(t => t.Id).DefaultIfEmpty(-1).Max());
        _bytes = new byte[VocabularySize][];
        Array.Fill(_bytes, []);
        foreach (var (token, id) in definition.Vocabulary)
        {
            _bytes[id] = BytesOf(token);
        }
        foreach (var token in definition.AddedTokens)
        {
            _bytes[token.Id] = Encoding.UTF8.GetBytes(token.Content);
        }
    }

    public TokenizerDefinition Definition { get; }

    /// <summary>One more than the largest id. A model's embedding must have at least this number of rows.</summary>
    public int VocabularySize { get; }

    /// <summary>The id of an added token.</summary>
    /// <exception cref="TokenizerException">The tokenizer has no such token, so the chat template cannot be used with it.</exception>
    public int IdOf(string token) => _added.TryGetValue(token, out var id)
        ? id
        : throw new TokenizerException($"The tokenizer has no token {token}, which the chat template needs; use a tokenizer.json of a Qwen3 model.");

    public bool IsAdded(int id) => id < _bytes.Length && _added.TryGetValue(Encoding.UTF8.GetString(_bytes[id]), out var added) && added == id;

    /// <summary>The bytes of a token; for an added token, its content.</summary>
    public ReadOnlySpan<byte> BytesOf(int id) => _bytes[id];

    public List<int> Encode(string text)
    {
        var ids = new List<int>(text.Length / 3 + 8);
        lock (_lock)
        {
            var end = 0;
            if (_addedPattern is not null)
            {
                foreach (var match in _addedPattern.EnumerateMatches(text))
                {
                    EncodePlain(text[end..match.Index], ids);
                    ids.Add(_added[text.Substring(match.Index, match.Length)]);
                    end = match.Index + match.Length;
                }
            }

            EncodePlain(text[end..], ids);
        }

        return ids;
    }

    /// <summary>Returns the text of ids, including added tokens. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string Decode(IEnumerable<int> ids)
    {
        using var buffer = new MemoryStream();
        foreach (var id in ids)
        {
            buffer.Write(_bytes[id]);
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private void EncodePlain(string text, List<int> ids)
    {
        if (text.Length == 0)
        {
            return;
        }
        var normalized = Definition.Normalizes ? CanonicalForm.Compose(text) : text;
        foreach (var word in Definition.PreTokenizer.Split(normalized))
        {
            _model.Encode(word, ids);
        }
    }

    private static byte[] BytesOf(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            if (!ByteAlphabet.TryGetByte(token[i], out bytes[i]))
            {
                return Encoding.UTF8.GetBytes(token);
            }
        }

        return bytes;
    }
}
