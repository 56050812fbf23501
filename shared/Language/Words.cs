
namespace AgentScaler.Language;

/// <summary>
/// Splits identifiers and texts into lower-case words and converts between singular and plural. Collection, clustering, inference and tasks
/// use this one class, so that they agree on the names of one thing.
/// </summary>
public static class Words
{
    private static readonly IReadOnlyList<string> Nameless = ["_"];

    /// <summary>Returns the words of <c>camelCase</c>, <c>PascalCase</c>, <c>snake_case</c>, <c>kebab-case</c>, <c>HTTPServer2</c> and of a text.</summary>
    public static IReadOnlyList<string> Split(string identifier) => Read(identifier, int.MaxValue, static word => word);

    /// <summary>Returns the words of a member's name, at least one. A name without letters and digits has one word that no other name has.</summary>
    public static IReadOnlyList<string> OfMember(string name) => Split(name) is { Count: > 0 } words ? words : Nameless;

    /// <summary>Returns the words in the singular: <c>getUserIDs</c> and <c>get_user_ids</c> are both get, user, id.</summary>
    /// <param name="limit">The largest number of words that are read.</param>
    public static List<string> Singulars(ReadOnlySpan<char> text, int limit = int.MaxValue) => Read(text, limit, Singular);

    /// <summary>Returns the words in the singular, joined by underscores. All spellings of a name give the same text.</summary>
    public static string Normal(ReadOnlySpan<char> name) => string.Join('_', Singulars(name));

    /// <summary>Returns the identifier in snake_case.</summary>
    public static string Snake(string identifier) => string.Join('_', Split(identifier));

    public static string Snake(IEnumerable<string> words) => string.Join('_', words);

    /// <summary>Makes a sentence of a name: <c>updatePetById</c> becomes "Update pet by id".</summary>
    public static string Sentence(string name)
    {
        var text = Phrase(name);
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>Returns the words with blanks between them: <c>order item</c>.</summary>
    public static string Phrase(string identifier) => string.Join(' ', Split(identifier));

    /// <summary>Returns the singular of a lower-case English noun. Any other word is returned as it is.</summary>
    public static string Singular(string word) => Plurals.Singular(word);

    public static bool IsPlural(string word) => Singular(word) != word;

    /// <summary>Returns the plural of a lower-case English noun. A plural is returned as it is.</summary>
    public static string Plural(string word) => Plurals.Of(word);

    /// <summary>Returns the words joined by underscores, the last one in the singular. Resources are compared by this key.</summary>
    public static string ResourceKey(IReadOnlyList<string> words) => words.Count == 0
        ? ""
        : string.Join('_', words.Take(words.Count - 1).Append(Singular(words[^1])));

    /// <summary>Returns where the wanted words stand one after another among the words, or -1.</summary>
    public static int Find(IReadOnlyList<string> words, IReadOnlyList<string> wanted, int from = 0)
    {
        for (var i = from; wanted.Count > 0 && i + wanted.Count <= words.Count; i++)
        {
            if (wanted.Select((w, at) => words[i + at] == w).All(same => same))
            {
                return i;
            }
        }

        return -1;
    }

    private static List<string> Read(ReadOnlySpan<char> text, int limit, Func<string, string> form)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length && words.Count < limit; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && (!inWord || Breaks(text, i)))
            {
                words.Add(form(text[start..i].ToString().ToLowerInvariant()));
                start = -1;
            }

            if (inWord && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    /// <summary>Whether a word begins inside a run of letters: fooBar before B, HTTPServer before the S that a small letter follows.</summary>
    private static bool Breaks(ReadOnlySpan<char> text, int i)
    {
        var before = text[i - 1];
        return char.IsUpper(text[i])
            && (char.IsLower(before) || char.IsDigit(before)
                || (char.IsUpper(before) && i + 1 < text.Length && char.IsLower(text[i + 1]) && !IsPluralTail(text, i)));
    }

    /// <summary>A lone plural s belongs to the acronym: IDs is one word.</summary>
    private static bool IsPluralTail(ReadOnlySpan<char> text, int i) =>
        text[i + 1] == 's' && (i + 2 == text.Length || !char.IsLower(text[i + 2]));
}
