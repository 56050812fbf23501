using AgentScaler.Language;

namespace AgentScaler.Tasks.Paths;

/// <summary>Names a value in a person's words, never by the spelling of a parameter.</summary>
internal static class Labels
{
    /// <summary>Returns the words of a column or parameter, preceded by the thing's noun if they do not contain it.</summary>
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

        if (words.Count > 1 && words[0] is "from" or "to" && words[^1] is not ("date" or "time" or "day" or "city" or "month" or "year" or "currency"
            or "language" or "version" or "address" or "name" or "email"))
        {
            // "from account" is the name of a parameter. A person says source account.
            words[0] = words[0] == "from" ? "source" : "target";
        }

        if (words.Count > 1 && words[^1] is "at" or "on")
        {
            // "created at" is the name of a column. A person says "creation time", or at least "created time".
            words[^1] = words[^1] == "on" ? "date" : "time";
        }

        var text = words.Count == 0 ? "value" : words is ["id"] ? "number" : string.Join(' ', words);
        return noun is null || text.Contains(noun.Split(' ')[^1], StringComparison.Ordinal) ? text : $"{noun} {text}";
    }

    /// <summary>Names a row's key in a person's words.</summary>
    public static string OfKey(string noun, string column)
    {
        var words = Words.Split(column);
        return words is [.., "id"] or ["key"] or [] ? $"{noun} number" : Of(noun, column);
    }
}
