namespace AgentScaler.Language;

/// <summary>Says which words tell that a verb has been done: <c>planned</c>, <c>sent</c>, <c>shared</c>.</summary>
public static class Participles
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["send"] = "sent",
        ["lend"] = "lent",
        ["sell"] = "sold",
        ["buy"] = "bought",
        ["pay"] = "paid",
        ["make"] = "made",
        ["take"] = "taken",
        ["give"] = "given",
        ["write"] = "written",
        ["hold"] = "held",
        ["keep"] = "kept",
        ["hide"] = "hidden",
        ["lose"] = "lost",
        ["find"] = "found",
        ["draw"] = "drawn",
        ["freeze"] = "frozen",
        ["withdraw"] = "withdrawn",
        ["build"] = "built",
        ["read"] = "read",
        ["set"] = "set",
        ["put"] = "put",
    };

    /// <summary>Whether a word is the past participle of a verb. Both are in lower case.</summary>
    public static bool Is(string word, string verb) => verb.Length > 1 && (Irregular.TryGetValue(verb, out var irregular)
        ? word == irregular
        : word == (verb[^1] == 'e' ? verb + "d" : verb + "ed")
            || word == $"{verb}{verb[^1]}ed"
            || (verb[^1] == 'y' && word == $"{verb[..^1]}ied"));
}
