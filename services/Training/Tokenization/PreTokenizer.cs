using System.Text.RegularExpressions;

namespace AgentScaler.Training.Tokenization;

/// <summary>Splits a text into the words inside which byte pairs are merged. Nothing is lost: the words are the text.</summary>
public sealed class PreTokenizer
{
    /// <summary>The pattern of Qwen2 and Qwen3.</summary>
    public const string QwenPattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    /// <summary>
    /// Letters with their marks, one or two digits, or a run of all else: for vocabularies learnt here. Qwen's pattern joins a word with the space before it, so that a
    /// name in a sentence and the same name in a JSON string are different tokens, and a small model cannot copy what it
    /// would have to translate. Marks and spaces stay together (<c>", "</c>), so rows are no longer for it. A day is one
    /// word and a month another, so that a date is turned round word by word.
    /// </summary>
    public const string WordPattern = @"[\p{L}\p{M}]+|\p{N}{1,2}|[^\p{L}\p{M}\p{N}]+";

    /// <summary>The pattern of GPT-2, which a ByteLevel pre-tokenizer uses by default.</summary>
    public const string Gpt2Pattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(30);

    private readonly List<Regex> _patterns;

    /// <param name="patterns">Applied one after the other, each to the words of the one before.</param>
    /// <exception cref="TokenizerException">A pattern uses syntax that this engine does not know.</exception>
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
            foreach (var word in words) SplitBy(pattern, word, next);
            words = next;
        }

        return words;
    }

    /// <summary>Matches are words, and so is what lies between them (the behaviour named Isolated).</summary>
    private static void SplitBy(Regex pattern, string text, List<string> words)
    {
        var (shape, offsets) = RuneShape.Of(text);
        var end = 0;
        foreach (var match in pattern.EnumerateMatches(shape))
        {
            if (match.Length == 0) continue;
            Add(end, match.Index);
            Add(match.Index, match.Index + match.Length);
            end = match.Index + match.Length;
        }

        Add(end, shape.Length);

        void Add(int from, int to)
        {
            if (from < to) words.Add(offsets is null ? text[from..to] : text[offsets[from]..offsets[to]]);
        }
    }
}
