using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads a tool specification into what the inference works with.</summary>
internal static class ToolReader
{
    private const int MaxMembers = 120;

    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "body", "payload", "data", "request", "request_body", "input", "resource", "object", "attributes", "properties", "params", "fields", "values", "item",
            "entity", "record", "dto", "model", "form", "content",
    };

    private static readonly HashSet<string> NounsToo = new(StringComparer.Ordinal)
    {
        "leave", "order", "report", "review", "message", "book", "record", "test", "log", "link", "share", "tag", "comment", "request", "charge", "transfer",
            "issue",
        "route", "forecast", "schedule", "plan", "quote", "rate", "watch", "text", "email", "process", "call", "type", "access", "index", "store", "post",
            "return", "refund", "release", "block",
    };

    public static IReadOnlyList<ToolReading> Read(IReadOnlyList<ToolSpecification> tools)
    {
        var prefixes = CommonPrefixes(tools);
        var items = Items(tools);
        return [.. tools.Select(t => Read(t, prefixes.GetValueOrDefault(t.Provider, 0), items))];
    }

    /// <summary>The members that each item's own path shows, by the path's static parts.</summary>
    private static Dictionary<string, HashSet<string>> Items(IReadOnlyList<ToolSpecification> tools)
    {
        var items = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var tool in tools.Where(t => t.Http is { Path.Length: > 0 } http && http.Method.ToUpperInvariant() is "GET" or "PATCH" or "PUT")
            .OrderBy(t => t.Http!.Method, StringComparer.OrdinalIgnoreCase).ThenBy(t => t.Id, StringComparer.Ordinal))
        {
            var groups = ResourcePath.Parse(tool.Http!.Path).Groups;
            if (groups is [.., { Variables.Count: > 0 }] && ResultShape.Of(SchemaDocument.Read(tool.Returns)) is { Kind: ResultKind.Entity } result)
            {
                items.TryAdd(Place(tool.Provider, groups), Members(result));
            }
        }

        return items;
    }

    private static string Place(string provider, IEnumerable<PathGroup> groups) =>
        $"{provider}\n{string.Join('/', groups.Select(g => $"{g.Segment}*{g.Variables.Count}"))}";

    private static HashSet<string> Members(ResultShape result) => result.Payload.Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);

    private static ToolReading Read(ToolSpecification tool, int prefix, Dictionary<string, HashSet<string>> items)
    {
        var returns = SchemaDocument.Read(tool.Returns);
        var words = NameWords.Of(tool);
        words = prefix > 0 && prefix < words.Count ? [.. words.Skip(prefix)] : words;
        var name = NameWords.TellsReading(tool, words) ? new ToolName("get", VerbClass.Get, words, [], Words.IsPlural(words[^1])) : ToolName.Parse(words);
        var path = tool.Http is { } http && http.Path.Length > 0 ? ResourcePath.Parse(http.Path) : null;
        var located = path is { Groups.Count: > 0 } ? Locate(tool, path, name, returns, items) : Named(tool, name, words);
        var variables = path?.Groups.SelectMany(g => g.Variables).ToHashSet(StringComparer.Ordinal) ?? [];
        var reads = Reads(tool, located.VerbClass);
        var parameters = Parameters(tool.Parameters, variables, reads, located.Resource);
        return new ToolReading
        {
            Tool = tool,
            Parameters = parameters,
            Returns = returns,
            Result = ResultShape.Of(returns),
            Verb = located.Verb,
            VerbClass = located.VerbClass,
            Resource = located.Resource,
            OnItem = located.OnItem,
            Plural = name.Plural,
            Parents = located.Parents,
            KeyVariables = located.KeyVariables,
            Tail = name.Tail,
            Said = path is { Groups: [.., { Variables.Count: 0 } last] } ? [.. words, .. Words.Split(last.Segment)] : words,
            Located = path is { Groups.Count: > 0 },
            Reads = reads,
        };
    }

    private static bool Reads(ToolSpecification tool, VerbClass verb) => verb switch
    {
        VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute =>
            !(tool.Http?.Method.ToUpperInvariant() is "DELETE" or "PUT" or "PATCH") || tool.Effect == ToolEffect.Read,
        VerbClass.None => tool.Effect != ToolEffect.Write,
        _ => tool.Effect == ToolEffect.Read,
    };

    private sealed record Location(
        string Verb,
        VerbClass VerbClass,
        string Resource,
        bool OnItem,
        IReadOnlyList<(string Resource, IReadOnlyList<string> Variables)> Parents,
        IReadOnlyList<string> KeyVariables);

    private static Location Named(ToolSpecification tool, ToolName name, IReadOnlyList<string> words)
    {
        name = name.VerbClass == VerbClass.None && tool.Effect != ToolEffect.Read ? Rare(tool, words) ?? name : name;
        var verbClass = name.VerbClass == VerbClass.None && tool.Effect == ToolEffect.Write ? VerbClass.Act : name.VerbClass;
        var resource = Words.ResourceKey(name.Noun);
        if (verbClass is VerbClass.Create && Verbs.CreatedThing(name.Verb) is { } thing && !resource.EndsWith(thing, StringComparison.Ordinal)
            && !(name.Noun.Count > 0 && name.Noun[^1] is "appointment" or "meeting" or "call" or "event" or "reservation" or "booking"))
        {
            resource = thing;
        }

        if (resource.Length == 0)
        {
            resource = name.Verb.Length > 0 ? verbClass == VerbClass.Send ? "message" : name.Verb : Words.ResourceKey(words);
        }

        return new Location(name.Verb, verbClass, resource, false, [], []);
    }

    /// <summary>
    /// A name that begins with a word that is rarely a verb, where a required amount says that it is one: <c>deposit(account_id, amount)</c>.
    /// </summary>
    private static ToolName? Rare(ToolSpecification tool, IReadOnlyList<string> words) =>
        VerbLexicon.Find(words[0]) is { IsRare: true } verb
            && (tool.Effect == ToolEffect.Write
                || SchemaDocument.Read(tool.Parameters).Properties.Any(p => p.Required && ColumnRoles.IsMoney(p.Name, p.Node.Kind)))
            ? new ToolName(verb.Key, verb.Class, [.. words.Skip(1)], [], false)
            : null;

    private static Location Locate(ToolSpecification tool, ResourcePath path, ToolName name, SchemaNode returns, Dictionary<string, HashSet<string>> items)
    {
        var method = tool.Http!.Method.ToUpperInvariant();
        var groups = path.Groups.ToList();
        if (groups.Count > 1 && groups[^1] is { Segment: var many, Variables.Count: 0 } && many.ToUpperInvariant() is "BATCH" or "BULK")
        {
            // /orders/batch takes many orders; there are no batches.
            groups.RemoveAt(groups.Count - 1);
        }

        var last = groups[^1];
        var lastWords = Words.Split(last.Segment);
        if (path.Verb is null && OfItem(groups, lastWords, method, returns, items.GetValueOrDefault(Place(tool.Provider, groups.SkipLast(1)))))
        {
            return Above(groups);
        }

        var verb = path.Verb is { Length: > 0 } custom ? Words.Split(custom) : [];
        var onItem = last.Variables.Count > 0;
        if (verb.Count == 0
            && last.Variables.Count == 0
            && lastWords.Count > 0
            && IsAction(lastWords, method, groups.Count, groups.Count > 1 && groups[^2].Variables.Count > 0))
        {
            verb = lastWords;
            if (groups.Count > 1)
            {
                groups.RemoveAt(groups.Count - 1);
                last = groups[^1];
                onItem = last.Variables.Count > 0;
            }
            else
            {
                var named = ToolName.Parse(lastWords);
                return new Location(named.Verb, named.VerbClass, named.Noun.Count > 0
                    ? Words.ResourceKey(named.Noun)
                    : Named(tool, name, lastWords).Resource, false, [], []);
            }
        }

        var parents = groups.Take(groups.Count - 1)
            .Where(g => g.Variables.Count > 0)
            .Select(g => (Words.ResourceKey(Words.Split(g.Segment)), g.Variables))
            .ToList();
        var resource = Words.ResourceKey(Words.Split(last.Segment));
        if (resource.Length == 0)
        {
            resource = last.Variables.Count > 0
                ? Words.ResourceKey([.. Words.Split(last.Variables[^1]).Where(w => w is not "id" and not "key" and not "name")])
                : "";
            resource = resource.Length > 0 ? resource : Named(tool, name, NameWords.Of(tool)).Resource;
        }

        var (word, verbClass) = verb.Count > 0 ? Action(verb, method) : Method(tool, method, onItem, name);
        if (verb.Count > 0 && method == "DELETE" && verbClass == VerbClass.Transition && Verbs.ClassOf("un" + word) == VerbClass.Transition)
        {
            // DELETE /issues/{id}/lock unlocks.
            word = "un" + word;
        }

        if (verb.Count > 0 && onItem && verbClass is VerbClass.Act or VerbClass.Create or VerbClass.Send or VerbClass.Transfer or VerbClass.Upsert)
        {
            // An act on an item leaves a record of its own under the item.
            return new Location(word, VerbClass.Create, $"{resource}_{Words.ResourceKey(verb)}", false, [.. parents, (resource, last.Variables)], []);
        }

        return new Location(word, verbClass, resource, onItem, parents, last.Variables);
    }

    /// <summary>
    /// Whether a write to a tail of an item's path changes the item itself: <c>PUT /settings/{key}/number</c> that answers with
    /// the setting, <c>POST /letters/{id}/unread</c>, <c>DELETE /letters/{id}/read</c>. What has rows of its own is written in the plural, or is an act that
    /// leaves a record.
    /// </summary>
    private static bool OfItem(List<PathGroup> groups, IReadOnlyList<string> tail, string method, SchemaNode returns, HashSet<string>? item)
    {
        if (groups.Count < 2 || groups[^1].Variables.Count > 0 || groups[^2].Variables.Count == 0 || tail.Count == 0 || Words.IsPlural(tail[^1])
            || method is not ("PUT" or "PATCH" or "POST" or "DELETE") || (method == "DELETE" && !Flags.IsMark(tail)))
        {
            return false;
        }

        var verb = Verbs.ClassOf(tail[0]);
        if (verb is VerbClass.Transition or VerbClass.Link or VerbClass.Unlink or VerbClass.Delete or VerbClass.Update or VerbClass.Transfer)
        {
            return false;
        }

        var above = Words.ResourceKey(Words.Split(groups[^2].Segment));
        var result = ResultShape.Of(returns);
        var shows = result.Kind == ResultKind.Entity
            && (((result.Payload.Definition ?? result.Payload.Title) is { } definition && ResourceMerger.Normalize(definition) == above)
                || (item is { Count: > 1 } && item.SetEquals(Members(result))));
        var empty = result.Kind == ResultKind.Unknown || returns.Kind == NodeKind.Null;
        return Flags.IsMark(tail) ? shows || empty || Flags.AreShown(tail, result.Payload) : shows && (method != "POST" || verb == VerbClass.None);
    }

    /// <summary>An update of the item that the second last group names.</summary>
    private static Location Above(List<PathGroup> groups) => new(
        "update",
        VerbClass.Update,
        Words.ResourceKey(Words.Split(groups[^2].Segment)),
        true,
        [.. groups.Take(groups.Count - 2).Where(g => g.Variables.Count > 0).Select(g => (Words.ResourceKey(Words.Split(g.Segment)), g.Variables))],
        groups[^2].Variables);

    private static (string Verb, VerbClass Class) Action(IReadOnlyList<string> words, string method)
    {
        // "check-in" and "turn-off" are one verb, which the reading of names knows.
        if (words.Count == 2 && ToolName.Parse(words) is { VerbClass: VerbClass.Transition } phrasal && method != "GET")
        {
            return (phrasal.Verb, VerbClass.Transition);
        }

        foreach (var word in words)
        {
            if (Verbs.ClassOf(word) is var known and not VerbClass.None)
            {
                var reading = known is VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count or VerbClass.Check or VerbClass.Lookup
                    or VerbClass.Compute;
                return method == "GET" && !reading ? ("get", VerbClass.Get) : (word, known);
            }
        }

        return method == "GET" ? ("get", VerbClass.Get) : (words[0], VerbClass.Act);
    }

    private static (string Verb, VerbClass Class) Method(ToolSpecification tool, string method, bool onItem, ToolName name)
    {
        switch (method)
        {
            case "GET" or "HEAD":
                return name.VerbClass is VerbClass.Search or VerbClass.Count or VerbClass.List or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute
                    ? (name.Verb, name.VerbClass)
                    : ("get", VerbClass.Get);
            case "DELETE":
                return name.VerbClass is VerbClass.Unlink ? (name.Verb, VerbClass.Unlink) : ("delete", VerbClass.Delete);
            case "PUT":
                return name.VerbClass is VerbClass.Link ? (name.Verb, VerbClass.Link) : onItem ? ("replace", VerbClass.Upsert) : ("update", VerbClass.Update);
            case "PATCH":
                return ("update", VerbClass.Update);
            default:
                var known = name.VerbClass;
                if (tool.Effect == ToolEffect.Read || known is VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count or VerbClass.Check
                    or VerbClass.Lookup or VerbClass.Compute)
                {
                    return known is VerbClass.None or VerbClass.Create ? ("search", VerbClass.Search) : (name.Verb, known);
                }

                return onItem
                    ? known is VerbClass.None or VerbClass.Create or VerbClass.Act ? ("update", VerbClass.Update) : (name.Verb, known)
                    : known is VerbClass.None or VerbClass.Act or VerbClass.Link or VerbClass.Upsert ? ("create", VerbClass.Create) : (name.Verb, known);
        }
    }

    private static bool IsAction(IReadOnlyList<string> words, string method, int groups, bool afterItem)
    {
        var verbClass = Verbs.ClassOf(words[0]);
        if (verbClass == VerbClass.None || Words.IsPlural(words[0]))
        {
            return false;
        }

        if (words.Count > 1 && Words.IsPlural(words[^1]) && NounsToo.Contains(words[0]))
        {
            // "leave-requests" and "order-items" are things.
            return false;
        }

        // A noun that is also a verb (order, report, message) is an action only where an item stands before it and it is no read.
        return words.Count > 1 || groups == 1
            ? words.Count > 1
            : (afterItem && method != "GET") || verbClass is VerbClass.Search or VerbClass.Count or VerbClass.Get or VerbClass.List or VerbClass.Transition
                or VerbClass.Delete or VerbClass.Compute;
    }

    private static List<ToolParameter> Parameters(JsonElement schema, HashSet<string> variables, bool reads, string resource)
    {
        var root = SchemaDocument.Read(schema);
        var found = new List<ToolParameter>();
        foreach (var property in root.Properties)
        {
            var words = Words.Snake(property.Name);
            var inPath = variables.Contains(property.Name) || variables.Any(v => root.Property(v) is null && Words.Snake(v) == words);
            var container = !inPath && property.Node is { Kind: NodeKind.Object, Properties.Count: > 0 }
                && (Bodies.Contains(words) || Words.Singular(words) == resource || words.EndsWith("_body", StringComparison.Ordinal)
                    || words.EndsWith("_request", StringComparison.Ordinal)
                        || words.EndsWith("_input", StringComparison.Ordinal)
                        || words == $"{resource}_data"
                        || words == "filters"
                        || words == "filter");
            if (!container)
            {
                Add(new ToolParameter(property.Name, property.Node, property.Required, null, inPath));
                continue;
            }

            foreach (var member in property.Node.Properties.Take(MaxMembers))
            {
                Add(new ToolParameter(member.Name, member.Node, property.Required && member.Required, property.Name, false));
            }
        }

        return found;

        void Add(ToolParameter parameter) => found.Add(parameter with { Role = ParameterRoles.Of(parameter, reads) });
    }

    /// <summary>How many leading words all names of a provider share, verbs excepted: <c>github_create_issue</c>.</summary>
    private static Dictionary<string, int> CommonPrefixes(IReadOnlyList<ToolSpecification> tools)
    {
        var lengths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in tools.GroupBy(t => t.Provider, StringComparer.Ordinal))
        {
            var names = group.Select(NameWords.Of).ToList();
            var shared = 0;
            while (names.Count > 2
                && names.All(n => n.Count > shared + 1 && n[shared] == names[0][shared])
                && Verbs.ClassOf(names[0][shared]) == VerbClass.None)
            {
                shared++;
            }

            lengths[group.Key] = shared;
        }

        return lengths;
    }
}
