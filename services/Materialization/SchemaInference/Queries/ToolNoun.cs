using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>The words of a tool's name that speak of things: <c>get_unread_messages_by_sender</c> asks for unread messages, by a sender.</summary>
/// <param name="Head">What is asked for or changed, in the singular.</param>
/// <param name="Tail">Words after a preposition.</param>
/// <param name="Plural">Whether the last word of the head asks for many.</param>
internal sealed record ToolNoun(IReadOnlyList<string> Head, IReadOnlyList<string> Tail, bool Plural)
{
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "by", "for", "from", "in", "of", "on", "with", "using", "at", "to", "into", "via", "between", "within", "near", "as", "and", "based",
    };

    public static ToolNoun Of(ToolReading reading)
    {
        var words = reading.Said.ToList();
        var verb = words.FindIndex(w => w == reading.Verb || (reading.Verb.StartsWith(w, StringComparison.Ordinal) && Verbs.ClassOf(w) != VerbClass.None));
        if (verb < 0)
        {
            verb = words.FindIndex(w => Verbs.ClassOf(w) != VerbClass.None);
        }

        // The noun of "messages_list" stands before its verb.
        if (verb >= 0 && words.Count > 1 && !(verb == words.Count - 1 && verb > 1))
        {
            words.RemoveAt(verb);
        }

        words.RemoveAll(w => w.All(char.IsAsciiDigit) && words.Count > 1);
        if (words.Count > 2 && words[1] == "of" && NounWords.IsGeneral(words[0]))
        {
            // "number of books" asks for books.
            words.RemoveAt(1);
        }

        var end = words.FindIndex(1 < words.Count ? 1 : 0, Prepositions.Contains);
        var head = end < 0 ? words : words[..end];
        if (head.Count > 0 && Prepositions.Contains(head[0]))
        {
            head = head[1..];
        }

        var tail = end < 0 ? [] : words[(end + 1)..];
        return new ToolNoun(
            [.. head.Select(Words.Singular)],
            [.. tail.Where(w => !Prepositions.Contains(w)).Select(Words.Singular)],
            head.Count > 0 && Words.IsPlural(head[^1]));
    }
}
