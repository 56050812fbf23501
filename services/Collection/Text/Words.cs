namespace AgentScaler.Collection.Text;

/// <summary>Splitting names into words: <c>listUserIDs2</c>, <c>list-user-ids</c> and <c>ListUserIds</c> read alike.</summary>
internal static class Words
{
    public static List<string> Of(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            if (!char.IsLetterOrDigit(character))
            {
                Close(index);
                continue;
            }

            if (start >= 0 && Breaks(name, index))
            {
                Close(index);
            }

            if (start < 0)
            {
                start = index;
            }
        }

        Close(name.Length);
        return words;

        void Close(int end)
        {
            if (start >= 0)
            {
                words.Add(name[start..end].ToLowerInvariant());
            }

            start = -1;
        }
    }

    /// <summary>A sentence from a name: <c>updatePetById</c> reads "Update pet by id".</summary>
    public static string Sentence(string name)
    {
        var text = string.Join(' ', Of(name));
        return text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
    }

    public static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal)
            && !word.EndsWith("is", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    private static bool Breaks(string name, int index)
    {
        var before = name[index - 1];
        var character = name[index];
        if (char.IsUpper(character))
        {
            // A capital begins a word after a small letter or a digit, and before a small letter at the end of an acronym;
            // a lone plural s belongs to the acronym: "IDs".
            return !char.IsUpper(before)
                || (index + 1 < name.Length && char.IsLower(name[index + 1]) && !(name[index + 1] == 's' && (index + 2 == name.Length || !char.IsLower(name[index + 2]))));
        }

        return char.IsDigit(character) != char.IsDigit(before) && !char.IsDigit(character);
    }
}
