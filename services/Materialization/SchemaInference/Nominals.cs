using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Finds the verb that a noun is made of: a cancellation cancels, a renewal renews, a completion completes.</summary>
internal static class Nominals
{
    private const int Shortest = 3;

    /// <summary>Endings of such nouns, the longest first, and what a verb may have in their place.</summary>
    private static readonly (string Ending, string[] Instead)[] Endings =
    [
        ("ication", ["y", "ish"]), ("ation", ["e", "", "ate"]), ("ition", ["e", ""]), ("ption", ["me", "be", "pt"]), ("sion", ["d", "de", "se", "t"]), ("tion", ["te", "t", "e"]),
        ("ment", ["", "e"]), ("ance", ["", "e"]), ("ence", ["", "e"]), ("ing", ["", "e"]), ("al", ["", "e"]), ("ure", ["", "e"]), ("age", ["", "e"]),
    ];

    /// <summary>The verb, or null where the noun is made of none that is known.</summary>
    public static BusinessVerb? VerbOf(string noun)
    {
        foreach (var (ending, instead) in Endings)
        {
            if (noun.Length >= ending.Length + Shortest && noun.EndsWith(ending, StringComparison.Ordinal)
                && instead.SelectMany(i => Written(noun[..^ending.Length] + i)).Select(VerbLexicon.Find).FirstOrDefault(v => v is not null) is { } verb)
            {
                return verb;
            }
        }

        return null;
    }

    /// <summary>A verb as it may be written: a cancellation has two letters where to cancel has one.</summary>
    private static IEnumerable<string> Written(string verb)
    {
        yield return verb;
        if (verb.Length > Shortest && verb[^1] == verb[^2])
        {
            yield return verb[..^1];
        }
    }
}
