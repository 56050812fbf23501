using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Finds the table of the user's own database that a tool means although it names no such thing: by its verb, by what it takes, or by what it tells of
/// something else.
/// </summary>
internal static class SpokenNouns
{
    private const int Telling = 3;

    /// <summary>The table of what the verb has been done to: <c>schedule_trip</c> beside <c>trips</c> and <c>scheduled_trips</c>, or null.</summary>
    public static DumpedNoun? Done(ToolReading reading, ToolNoun noun, IReadOnlyList<DumpedNoun> nouns) =>
        reading.Reads || reading.Verb.Length == 0 || noun.Head.Count == 0 || Keys.Parameter(reading) is not null ? null
        : nouns.Where(n => !n.Single && Participles.Is(n.All[0], reading.Verb) && n.All.Skip(1).SequenceEqual(noun.Head)).ToList() is [var only] ? only : null;

    /// <summary>
    /// The table whose rows are made of what a tool takes, whatever it calls them: <c>send_money(recipient, amount, subject, date)</c> beside
    /// <c>transactions</c>. Of several, the one that says the least beside that; null if that is not one.
    /// </summary>
    public static DumpedNoun? Made(ToolReading reading, IReadOnlyList<DumpedNoun> nouns)
    {
        var fields = reading.Parameters.Where(p => p.Role == ParameterRole.Field && !SessionNames.IsToken(p.Words)).ToList();
        if (reading.Reads || fields.Count < Telling || reading.VerbClass is not (VerbClass.Create or VerbClass.Send))
        {
            return null;
        }

        var fitting = nouns.Where(n => !n.Single && fields.TrueForAll(p => n.Columns.Any(c => c.SequenceEqual(p.Words.Select(Words.Singular)))))
            .GroupBy(n => n.All.Count).MinBy(g => g.Key)?.ToList();
        return fitting is [var only] ? only : null;
    }

    /// <summary>
    /// The map that tells one thing of each of others, where a tool asks for that: <c>get_page(url)</c>, "Returns the content of a page", beside
    /// <c>page_content</c>. Null if there is none, or more than one.
    /// </summary>
    public static DumpedNoun? Told(ToolReading reading, ToolNoun noun, IReadOnlyList<DumpedNoun> nouns)
    {
        var described = Words.Split(reading.Tool.Description).Select(Words.Singular).ToHashSet(StringComparer.Ordinal);
        return !reading.Reads || noun.Head.Count == 0 || reading.Parameters.Count(p => p.Required) != 1 ? null
            : nouns.Where(n => n is { Pairs: true, All.Count: > 1 } && (described.Contains(n.All[^1]) || noun.Head.Contains(n.All[^1]))
                && Says(noun.Head, [.. n.All.SkipLast(1)])).ToList() is [var only] ? only : null;
    }

    /// <summary>Whether a noun is that of a map's owners, alone or as the beginning of a word: <c>web</c> and <c>webpage</c>.</summary>
    private static bool Says(IReadOnlyList<string> head, IReadOnlyList<string> owner) => owner.All(head.Contains)
        || (string.Concat(owner) is { Length: >= Telling } start && string.Concat(head).StartsWith(start, StringComparison.Ordinal));
}
