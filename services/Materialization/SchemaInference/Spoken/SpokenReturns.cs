using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference.Spoken;

/// <summary>
/// The result schemas of tools that declare none and say in words what they tell: "Returns {plots: [plot], count}", "returns the plot", "same fields as in
/// list_plots". A name that reads a thing whose members are known tells it.
/// </summary>
internal sealed partial class SpokenReturns
{
    private readonly IReadOnlyList<ToolSpecification> _tools;
    private readonly SpokenThings _things;
    private readonly MemberTypes _types;

    private SpokenReturns(IReadOnlyList<ToolSpecification> tools)
    {
        _tools = tools;
        _things = SpokenThings.Of(tools);
        _types = new MemberTypes(tools, _things);
    }

    /// <summary>The tools, each of those without a declared result with the one that its words tell.</summary>
    public static IReadOnlyList<ToolSpecification> In(IReadOnlyList<ToolSpecification> tools)
    {
        var told = tools.GroupBy(t => t.Provider, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new SpokenReturns([.. g]), StringComparer.Ordinal);
        return [.. tools.Select(t => t.ReturnsOrigin == ReturnsOrigin.Inferred && !t.DescriptionDerived && told[t.Provider].Of(t) is { } schema
            ? t with { Returns = JsonDocument.Parse(schema.ToJsonString()).RootElement.Clone() } : t)];
    }

    private JsonNode? Of(ToolSpecification tool)
    {
        foreach (var (shape, lead, at) in SpokenThings.Shapes(tool.Description))
        {
            if (!Defines().IsMatch(lead) || at == 0)
            {
                return _types.Schema(shape);
            }
        }

        return Listed(tool) ?? SameAs(tool) ?? Named(tool) ?? OfName(tool);
    }

    /// <summary>The members that the description names one after another; a tool that asks for many things tells a list of them.</summary>
    private JsonNode? Listed(ToolSpecification tool)
    {
        var arguments = SchemaDocument.Read(tool.Parameters).Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var name = ToolName.Parse(NameWords.Of(tool));
        var reads = name.VerbClass is VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Check or VerbClass.Lookup or VerbClass.None;
        foreach (var list in MemberLists.In(tool.Description).Where(l => l.Told || reads))
        {
            if (!list.Told && list.Shape.Members.All(m => arguments.Contains(m.Name)))
            {
                continue;
            }

            var item = _types.Schema(list.Shape);
            var many = (name.Plural && reads && !One().IsMatch(list.Lead)) || Each().IsMatch(list.Lead);
            return many ? new JsonObject { ["type"] = "array", ["items"] = item } : item;
        }

        return null;
    }

    /// <summary>"same fields as in list_units": the item of what that tool lists.</summary>
    private JsonNode? SameAs(ToolSpecification tool) => Same().Match(tool.Description) is { Success: true } match
        && _tools.FirstOrDefault(t => t != tool && (t.SourceName ?? t.Name) == match.Groups["tool"].Value) is { } other
        ? ToolName.Parse(NameWords.Of(other)) is var name && _things.Among(name.Noun) is { } thing ? _types.Thing(thing) : null
        : null;

    /// <summary>"Returns the member.", "creates a visit and returns it".</summary>
    private JsonNode? Named(ToolSpecification tool)
    {
        foreach (var match in Returned().Matches(tool.Description).Where(m => m.Success))
        {
            var words = Words.Split(match.Groups["thing"].Value);
            if (_things.Among(words is ["it"] ? ToolName.Parse(NameWords.Of(tool)).Noun : words) is { } thing)
            {
                var many = words.Count > 0 && Words.IsPlural(words[^1]);
                return many ? new JsonObject { ["type"] = "array", ["items"] = _types.Thing(thing) } : _types.Thing(thing);
            }
        }

        return null;
    }

    /// <summary>A tool that gets, lists, makes or changes a known thing, and says nothing of its answer, tells the thing.</summary>
    private JsonNode? OfName(ToolSpecification tool)
    {
        var name = ToolName.Parse(NameWords.Of(tool));
        if (name.VerbClass is VerbClass.Get && !name.Plural)
        {
            return _things.Among(name.Noun) is { } thing ? _types.Thing(thing) : null;
        }

        if (Returned().IsMatch(tool.Description) || name.VerbClass is VerbClass.Delete or VerbClass.Count or VerbClass.Check or VerbClass.Compute)
        {
            return null;
        }

        return name switch
        {
            { VerbClass: VerbClass.List or VerbClass.Search, Plural: true } => _things.Among(name.Noun) is { } item
                ? new JsonObject { ["type"] = "array", ["items"] = _types.Thing(item) } : null,
            { VerbClass: VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Lookup } => null,
            { VerbClass: VerbClass.None } when tool.Effect != ToolEffect.Write => null,
            { VerbClass: VerbClass.Create or VerbClass.Send or VerbClass.Transfer } => _things.Among(name.Noun) is { } made ? _types.Thing(made) : null,
            _ => Changed(tool) is { } changed ? _types.Thing(changed) : null,
        };
    }

    /// <summary>The only thing that a tool names by its id, among those whose members are known.</summary>
    private string? Changed(ToolSpecification tool)
    {
        var things = SchemaDocument.Read(tool.Parameters).Properties.Where(p => p.Required && p.Node.Scalar)
            .Select(p => Words.Split(p.Name)).Where(w => w is [_, .., "id"]).Select(w => SpokenThings.Thing([.. w.SkipLast(1)])).ToList();
        return things is [{ } only] && _things.Knows(only) ? only : null;
    }

    [GeneratedRegex(@"(?:\b(?:an?|each|every)\s+\w+(?:\s\w+)?\s+(?:is|are|has|looks like|consists of|=)\s*:?|\bwhere\s.*)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Defines();

    [GeneratedRegex(@"\beach\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Each();

    [GeneratedRegex(@"\b(?:an?|one) (?:\w+ )?(?:object|page)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex One();

    [GeneratedRegex(@"\b(?:same|the) (?:fields|members|form|shape|object|thing|format) as (?:in |by |of |from |what )?`?(?<tool>\w+)`?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    [GeneratedRegex(@"\b(?:returns?|returning|gives(?: back)?|answers with|responds with|result:|result is|you get(?: back)?)\s+(?:the |an? |all |its |their )?(?<thing>it\b|[\w' ]{2,40}?)\s*(?:[.,;(]|\band\b|\bwith\b|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returned();
}
