using AgentScaler.Language;
using AgentScaler.Tasks.Reading;

namespace AgentScaler.Tasks.Intents;

/// <summary>A tool's action as verb and object, from its name and its program.</summary>
internal sealed record ToolPhrase(string Verb, string Object)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "by", "id", "ids", "for", "of", "the", "a", "an", "with", "from", "to", "in", "on", "all", "api", "v1", "v2", "v3", "v4", "rest", "using", "details",
            "info", "information", "data",
    };

    /// <summary>Verbs that are only complete with the next word: "turn on", "check out".</summary>
    private static readonly HashSet<string> Phrasal = new(StringComparer.Ordinal)
    {
        "turn on", "turn off", "switch on", "switch off", "check in", "check out", "pick up", "drop off", "sign up", "log in", "log out", "shut down",
            "start up", "call off", "put back", "hand over",
    };

    public static ToolPhrase Of(ToolModel tool, DomainModel domain)
    {
        var words = Words.Split(tool.SpokenName).Where(w => w.Length > 0).ToList();
        var table = tool.Inserts.Concat(tool.Updates).Concat(tool.Deletes).Concat(tool.Reads).Select(domain.Table).FirstOrDefault(t => t is not null);
        var at = VerbAt(words, tool, domain);
        var verb = at >= 0 ? words[at] : Effect(tool);
        var next = at + 1;
        if (at >= 0 && next < words.Count && Phrasal.Contains($"{verb} {words[next]}"))
        {
            verb = $"{verb} {words[next++]}";
        }

        // The thing's name comes from the tool's own words if they are few. A long operation id is not a noun.
        var rest = words.Skip(next).TakeWhile((w, i) => i == 0 || w is not ("by" or "for" or "with" or "from" or "to" or "in" or "on"))
            .Where(w => !Fillers.Contains(w)).ToList();
        if (at < 0 && rest.Count > 1 && IsNoun(rest[^1], tool, domain))
        {
            rest = [rest[^1]];
        }

        var noun = rest.Count is >= 1 and <= 3 && rest.All(w => w.All(char.IsLetter))
            ? string.Join(' ', rest.Take(rest.Count - 1).Append(Words.Singular(rest[^1])))
            : table?.Noun ?? (rest.Count > 0 ? string.Join(' ', rest.TakeLast(2)) : "record");
        var known = tool.Tables.Select(domain.Table).Any(t => t is not null && (noun == t.Noun || noun.EndsWith(" " + t.Noun, StringComparison.Ordinal)));
        if (table is not null && !known && tool.Inserts.Count == 0 && tool.Updates.Count + tool.Deletes.Count > 0)
        {
            noun = table.Noun;
        }

        return new ToolPhrase(verb, noun);
    }

    /// <summary>
    /// Finds the verb: at the beginning ("save_place"), beside the thing ("rentals_return" in a long operation id), or the unknown first word of a
    /// write ("acquireTitle"), as long as it is not itself a thing ("order_cancel").
    /// </summary>
    private static int VerbAt(List<string> words, ToolModel tool, DomainModel domain)
    {
        var verbs = Enumerable.Range(0, words.Count).Where(i => SpokenVerbs.IsVerb(words[i])).ToList();
        if (verbs.Count > 0)
        {
            var beside = verbs.Where(i => i > 0 && IsNoun(words[i - 1], tool, domain)).ToList();
            return verbs[0] == 0 && (verbs.Count == 1 || beside.Count == 0 || !IsNoun(words[0], tool, domain)) ? 0
                : beside.Count > 0 ? beside[^1] : verbs[0];
        }

        return tool.Writes && words.Count > 1 && words[0].All(char.IsLetter) && !IsNoun(words[0], tool, domain) && IsNoun(words[^1], tool, domain) ? 0 : -1;
    }

    private static bool IsNoun(string word, ToolModel tool, DomainModel domain)
    {
        var singular = Words.Singular(word);
        return tool.Tables.Select(domain.Table).Any(t => t is not null && (t.Noun == singular || t.Noun.EndsWith(" " + singular, StringComparison.Ordinal)));
    }

    private static string Effect(ToolModel tool) =>
        tool.Inserts.Count > 0
            ? "create"
            : tool.Deletes.Count > 0
            ? "delete"
            : tool.Updates.Count > 0
            ? "update"
            : tool.Parameters.Any(p => p.Required)
            ? "get"
            : "list";
}
