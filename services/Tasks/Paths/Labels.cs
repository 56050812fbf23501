using AgentScaler.Language;

namespace AgentScaler.Tasks.Paths;

/// <summary>What a person calls a value: never a parameter's name as it is written, always words.</summary>
internal static class Labels
{
    /// <summary>The words of a column or parameter, with the thing's noun in front where they do not hold it.</summary>
    public static string Of(string? noun, string name)
    {
        var words = Words.Split(name).Where(w => w.Length > 0).ToList();
        while (words.Count > 1 && words[^1] is "id" or "ids")
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] is "is")
        {
            words.RemoveAt(0);
        }

        if (words.Count > 1 && words[0] is "from" or "to" && words[^1] is not ("date" or "time" or "day" or "city" or "month" or "year" or "currency" or "language" or "version" or "address" or "name" or "email"))
        {
            // "from account" is how a parameter is called; a person says whose account it is.
            words[0] = words[0] == "from" ? "source" : "target";
        }

        if (words.Count > 1 && words[^1] is "at" or "on")
        {
            // "created at" is how a column is called; a person says "creation time", or at least "created time".
            words[^1] = words[^1] == "on" ? "date" : "time";
        }

        var text = words.Count == 0 ? "value" : words is ["id"] ? "number" : string.Join(' ', words);
        return noun is null || text.Contains(noun.Split(' ')[^1], StringComparison.Ordinal) ? text : $"{noun} {text}";
    }

    /// <summary>What a person calls a row's key.</summary>
    public static string OfKey(string noun, string column)
    {
        var words = Words.Split(column);
        return words is [.., "id"] or ["key"] or [] ? $"{noun} number" : Of(noun, column);
    }
}
