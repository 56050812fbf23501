using AgentScaler.Materialization.SchemaInference;
using AgentScaler.Materialization.Tasks.Reading;

namespace AgentScaler.Materialization.Tasks.Intents;

/// <summary>What a tool does, as verb and object, from its name and its program.</summary>
internal sealed record ToolPhrase(string Verb, string Object)
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "by", "id", "ids", "for", "of", "the", "a", "an", "with", "from", "to", "in", "on", "all", "api", "v1", "v2", "v3", "v4", "rest", "using", "details", "info", "information", "data",
    };

    public static ToolPhrase Of(ToolModel tool, DomainModel domain)
    {
        var words = Words.Split(tool.Name).Where(w => w.Length > 0).ToList();
        var at = words.FindIndex(SpokenVerbs.IsVerb);
        var verb = at >= 0 ? words[at] : Effect(tool);
        var table = tool.Inserts.Concat(tool.Updates).Concat(tool.Deletes).Concat(tool.Reads).Select(domain.Table).FirstOrDefault(t => t is not null);

        // The thing's name comes from the tool's own words where they are few; a long operation id is no noun.
        var rest = words.Skip(at + 1).TakeWhile((w, i) => i == 0 || w is not ("by" or "for" or "with" or "from" or "to" or "in" or "on")).Where(w => !Fillers.Contains(w)).ToList();
        var noun = rest.Count is >= 1 and <= 3 && rest.All(w => w.All(char.IsLetter)) ? string.Join(' ', rest.Take(rest.Count - 1).Append(Words.Singular(rest[^1])))
            : table?.Noun ?? (rest.Count > 0 ? string.Join(' ', rest.TakeLast(2)) : "record");
        var known = tool.Tables.Select(domain.Table).Any(t => t is not null && (noun == t.Noun || noun.EndsWith(" " + t.Noun, StringComparison.Ordinal)));
        if (table is not null && !known && tool.Inserts.Count == 0 && tool.Updates.Count + tool.Deletes.Count > 0)
        {
            noun = table.Noun;
        }

        return new ToolPhrase(verb, noun);
    }

    private static string Effect(ToolModel tool) =>
        tool.Inserts.Count > 0 ? "create" : tool.Deletes.Count > 0 ? "delete" : tool.Updates.Count > 0 ? "update" : tool.Parameters.Any(p => p.Required) ? "get" : "list";
}
