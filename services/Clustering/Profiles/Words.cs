namespace AgentScaler.Clustering.Profiles;

/// <summary>Splits names into lower-case singular words: <c>getUserIDs</c> and <c>get_user_ids</c> are both get, user, id.</summary>
public static class Words
{
    /// <summary>Words of an identifier, a path segment or a text, in order.</summary>
    public static List<string> Of(ReadOnlySpan<char> text, int limit = int.MaxValue)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length && words.Count < limit; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && (!inWord || IsBoundary(text, i)))
            {
                words.Add(Singular(text[start..i].ToString().ToLowerInvariant()));
                start = -1;
            }

            if (inWord && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    /// <summary>Words joined by an underscore: one spelling for one name.</summary>
    public static string Normal(ReadOnlySpan<char> name) => string.Join('_', Of(name));

    /// <summary>English singular by suffix; leaves what it does not know.</summary>
    public static string Singular(string word)
    {
        if (word.Length < 3 || word[^1] != 's')
        {
            return word;
        }

        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal))
        {
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        }

        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) ||
            word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ||
            word.EndsWith("uses", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return word[^2] is 's' or 'u' or 'i' ? word : word[..^1];
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int i)
    {
        var before = text[i - 1];
        var here = text[i];
        if (char.IsUpper(here))
        {
            // fooBar breaks before B; HTTPServer breaks before the S that a lower-case letter follows, IDs does not.
            return char.IsLower(before) || char.IsDigit(before) ||
                (char.IsUpper(before) && i + 1 < text.Length && char.IsLower(text[i + 1]) && !IsPluralTail(text, i));
        }

        return false;
    }

    private static bool IsPluralTail(ReadOnlySpan<char> text, int i) =>
        text[i + 1] == 's' && (i + 2 == text.Length || !char.IsLower(text[i + 2]));
}
