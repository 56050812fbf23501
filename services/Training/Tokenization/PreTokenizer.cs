using System.Text.RegularExpressions;

namespace AgentScaler.Training.Tokenization;

/// <summary>Splits a text into the words inside which byte pairs are merged. The words together are the whole text.</summary>
public sealed class PreTokenizer
{
    /// <summary>The pattern of Qwen2 and Qwen3.</summary>
    public const string QwenPattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    /// <summary>
    /// The pattern of vocabularies learnt here: letters with their marks, one or two digits, or a run of all other characters. Qwen's pattern joins a
    /// word with the space before it. A name in a sentence and the same name in a JSON string are then different tokens, and a small model cannot
    /// copy a name that it would have to translate. Punctuation and spaces stay together (<c>", "</c>), so rows do not become longer. A day is one
    /// word and a month another, so a date is reordered word by word.
    /// </summary>
    public const string WordPattern = @"[\p{L}\p{M}]+|\p{N}{1,2}|[^\p{L}\p{M}\p{N}]+";

    /// <summary>The pattern of GPT-2, which a ByteLevel pre-tokenizer uses by default.</summary>
    public const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(30);

    private readonly List<Regex> _patterns;

    /// <param name="patterns">Patterns that are applied one after the other, each to the words of the one before.</param>
    /// <exception cref="TokenizerException">A pattern uses unknown syntax.</exception>
    public PreTokenizer(IReadOnlyList<string> patterns)
    {
        Patterns = patterns;
        try
        {
            _patterns = [.. patterns.Select(p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.Compiled, MatchLimit))];
        }
        catch (ArgumentException exception)
        {
            throw new TokenizerException($"pre_tokenizer: the pattern is not understood: {exception.Message}", exception);
        }
    }

    public IReadOnlyList<string> Patterns { get; }

    public List<string> Split(string text)
    {
        List<string> words = [text];
        foreach (var pattern in _patterns)
        {
            var next = new List<string>();
            foreach (var word in words)
            {
                SplitBy(pattern, word, next);
            }
            words = next;
        }

        return words;
    }

    /// <summary>Splits so that matches are words, and so are the texts between them (the behaviour named Isolated).</summary>
    private static void SplitBy(Regex pattern, string text, List<string> words)
    {
        var (shape, offsets) = RuneShape.Of(text);
        var end = 0;
        foreach (var match in pattern.EnumerateMatches(shape))
        {
            if (match.Length == 0)
            {
                continue;
            }
            Add(end, match.Index);
            Add(match.Index, match.Index + match.Length);
            end = match.Index + match.Length;
        }

        Add(end, shape.Length);

        void Add(int from, int to)
        {
            if (from < to)
            {
                words.Add(offsets is null ? text[from..to] : text[offsets[from]..offsets[to]]);
            }
        }
    }
}
