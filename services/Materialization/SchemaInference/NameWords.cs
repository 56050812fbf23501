using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// The words that a tool is called by: the source's own name without the namespace that clients put before it. Where the
/// name holds no letters, the description's first words stand for it. Suffixes that tell tools apart are no words.
/// </summary>
internal static class NameWords
{
    private const int MaxWords = 6;

    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "gives", "give", "returns", "return", "gets", "get", "shows", "show", "lists", "list", "fetches", "fetch", "retrieves", "retrieve", "reads", "read",
            "tells", "tell", "describes", "displays",
    };

    /// <summary>Words that name a thing where they stand last: the plan of a floor is no planning.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "plan", "order", "report", "review", "message", "book", "record", "log", "comment", "request", "charge", "issue", "schedule", "quote", "forecast",
            "route", "rate", "index", "share", "post", "register",
    };

    public static IReadOnlyList<string> Of(ToolSpecification tool)
    {
        var own = Words.Split(ToolNames.Own(tool.SourceName ?? tool.Name, tool.Provider));
        if (own.Count > 0)
        {
            return own;
        }

        var described = Words.Split(FirstSentence(tool.Description)).Take(MaxWords).ToList();
        if (described.Count == 0)
        {
            return ["record"];
        }

        // "Adds a chair to a desk." is called by the verb that it conjugates.
        var verb = Words.Singular(described[0]);
        described[0] = Verbs.ClassOf(described[0]) == VerbClass.None && Verbs.ClassOf(verb) != VerbClass.None ? verb : described[0];
        return described;
    }

    /// <summary>Whether a name that ends in a thing is the name of a read, by the description's own verb: "3d.plan", "Gives the plan of a floor."</summary>
    public static bool TellsReading(ToolSpecification tool, IReadOnlyList<string> words) =>
        tool.Http is null && words.Count > 1 && Things.Contains(words[^1]) && words.Take(words.Count - 1).All(w => Verbs.ClassOf(w) == VerbClass.None)
        && Words.Split(FirstSentence(tool.Description)) is { Count: > 1 } said && Telling.Contains(said[0]);

    private static string FirstSentence(string text)
    {
        var end = text.IndexOfAny(['.', '\n', ';', ':']);
        return end < 0 ? text : text[..end];
    }
}
