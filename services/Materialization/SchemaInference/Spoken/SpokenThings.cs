using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// The things whose members the tools of one provider name somewhere: "A plot is {plot_id, site}", "returns the offer {offer_id, state}", a list whose items
/// are written out, a schema that another tool declares.
/// </summary>
internal sealed partial class SpokenThings
{
    private readonly Dictionary<string, SpokenObject> _spoken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> _declared = new(StringComparer.Ordinal);

    public static SpokenThings Of(IReadOnlyList<ToolSpecification> tools)
    {
        var things = new SpokenThings();
        foreach (var tool in tools)
        {
            foreach (var (shape, lead, _) in Shapes(tool.Description))
            {
                if (Named(lead) is { } name)
                {
                    things._spoken.TryAdd(name, shape);
                }

                things.AddItems(shape);
            }

            foreach (var list in MemberLists.In(tool.Description))
            {
                things.AddListed(tool, list);
            }

            if (tool.ReturnsOrigin == ReturnsOrigin.Declared && SchemaDocument.Read(tool.Returns) is { Kind: NodeKind.Object, Properties.Count: > 0 }
                && ToolName.Parse(NameWords.Of(tool)) is { Plural: false, VerbClass: VerbClass.Get } parsed && Thing(parsed.Noun) is { } own)
            {
                things._declared.TryAdd(own, JsonNode.Parse(tool.Returns.GetRawText())!);
            }
        }

        return things;
    }

    /// <summary>The shapes of a description, each with the words before it, and whether they say that it is an example.</summary>
    public static IEnumerable<(SpokenObject Shape, string Lead, int At)> Shapes(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('{', at + 1) : -1)
        {
            var lead = text[(text.LastIndexOfAny(['.', '\n', '}'], at) + 1)..at];
            if ((at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ':' or '(') && !Example().IsMatch(lead)
                && ShapeReader.Read(text, at) is var (shape, end)
                && (shape.Members.Count > 1 || shape.Members[0].Type is not null))
            {
                yield return (shape, lead.Trim(), at);
                at = end - 1;
            }
        }
    }

    /// <summary>Whether some text or schema says the members of a thing.</summary>
    public bool Knows(string thing) => _spoken.ContainsKey(thing) || _declared.ContainsKey(thing);

    public SpokenObject? Spoken(string thing) => _spoken.GetValueOrDefault(thing);

    public JsonNode? Declared(string thing) => _declared.GetValueOrDefault(thing)?.DeepClone();

    /// <summary>The thing that a phrase names last, among those that are known: "the updated plot", "a member's offers".</summary>
    public string? Among(IReadOnlyList<string> words)
    {
        for (var from = 0; from < words.Count; from++)
        {
            if (Thing([.. words.Skip(from)]) is { } thing && Knows(thing))
            {
                return thing;
            }
        }

        return null;
    }

    public static string? Thing(IReadOnlyList<string> words) => words.Count == 0 ? null : Words.ResourceKey(words);

    /// <summary>A list of members is of the thing that the words before it name, else of the one that the tool is called by; later ones add to it.</summary>
    private void AddListed(ToolSpecification tool, MemberList list)
    {
        var name = ToolName.Parse(NameWords.Of(tool));
        var named = Told().Match(list.Lead) is { Success: true } told ? Thing(Words.Split(told.Groups["thing"].Value)) : null;
        var thing = (named is "object" or "list" or "array" or "entry" or "item" or "result" or "it" ? null : named) ?? Id(list) ?? Thing(name.Noun);
        if (thing is null)
        {
            return;
        }

        var known = _spoken.GetValueOrDefault(thing)?.Members ?? [];
        _spoken[thing] = new SpokenObject([.. known, .. list.Shape.Members.Where(m => known.All(k => k.Name != m.Name))]);
    }

    /// <summary>The thing whose id stands first: a list that begins with <c>crate_id</c> tells a crate.</summary>
    private static string? Id(MemberList list)
    {
        var words = Words.Split(list.Shape.Members[0].Name).ToList();
        return words.Count > 1 && words[^1] == "id" ? Thing([.. words.SkipLast(1)]) : null;
    }

    /// <summary>The items of lists that are written out are things too.</summary>
    private void AddItems(SpokenObject shape)
    {
        foreach (var member in shape.Members)
        {
            if (member.Type is SpokenList { Item: SpokenObject item })
            {
                _spoken.TryAdd(Words.ResourceKey(Words.Split(member.Name)), item);
                AddItems(item);
            }
        }
    }

    /// <summary>The thing that the words before a shape define, or null.</summary>
    private static string? Named(string lead) => Defining().Match(lead) is { Success: true } match ? Thing(Words.Split(match.Groups["thing"].Value)) : null;

    [GeneratedRegex(@"\b(?:an?|the|each|every)\s+(?<thing>\w+(?:\s\w+)??)\s*(?:(?:is|are|has|looks like|consists of|as|=)\s*:?|:)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Defining();

    [GeneratedRegex(@"\b(?:an?|the|each|every|new|updated|one)\s+(?<thing>\w+(?:\s\w+)??)\s*(?:has|consists of|contains|includes|carries|shows|with|:)(?:\s+(?:the )?(?:members|fields|its))?\s*:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"\b(?:examples?|e\.g|for instance|such as|filters?|format|pass|body|input|usage|takes?|accepts?|called? with)\b[^:]*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
