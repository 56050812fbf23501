using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;
using AgentScaler.Tools;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Reads off an HTTP path and its method what a tool works on and does.</summary>
internal static class PathLocator
{
    private static readonly HashSet<string> NounsToo = new(StringComparer.Ordinal)
    {
        "leave", "order", "report", "review", "message", "book", "record", "test", "log", "link", "share", "tag", "comment", "request", "charge", "transfer",
            "issue",
        "route", "forecast", "schedule", "plan", "quote", "rate", "watch", "text", "email", "process", "call", "type", "access", "index", "store", "post",
            "return", "refund", "release", "block",
    };

    /// <summary>Acts that make another thing of the same kind, so that the answer is not the item of the path.</summary>
    private static readonly HashSet<string> Copies = new(StringComparer.Ordinal) { "copy", "copies", "duplicate", "clone", "fork", "split", "repeat", "reorder" };

    public static ToolLocation Of(ToolSpecification tool, ResourcePath path, ToolName name, SchemaNode returns, PathItems items)
    {
        var method = tool.Http!.Method.ToUpperInvariant();
        var groups = path.Groups.ToList();
        if (groups.Count > 1 && groups[^1] is { Segment: var many, Variables.Count: 0 } && many.ToUpperInvariant() is "BATCH" or "BULK")
        {
            // /orders/batch takes many orders; there are no batches.
            groups.RemoveAt(groups.Count - 1);
        }

        var tail = Words.Split(groups[^1].Segment);
        var result = ResultShape.Of(returns);
        var above = items.At(tool.Provider, [.. groups.SkipLast(1)]);
        if (path.Verb is null && IsPartOfWhole(groups, method, result, above))
        {
            return Above(groups, "update");
        }

        if (path.Verb is null && OfItem(groups, tail, method, returns, above))
        {
            return Step(groups, tail, method, result) ?? Above(groups, Flags.IsMark(tail) || Verbs.ClassOf(tail[0]) is VerbClass.None ? "update" : tail[0]);
        }

        IReadOnlyList<string> verb = path.Verb is { Length: > 0 } custom ? Words.Split(custom) : [];
        if (verb.Count == 0
            && groups[^1].Variables.Count == 0
            && tail.Count > 0
            && IsAction(tail, method, groups.Count, groups.Count > 1 && groups[^2].Variables.Count > 0))
        {
            if (groups.Count == 1)
            {
                return Alone(tool, name, tail);
            }

            verb = tail;
            groups.RemoveAt(groups.Count - 1);
        }

        var recorded = method == "POST" && IsRecorded(result, groups[^1], items.At(tool.Provider, groups), items);
        return Done(tool, name, groups, verb, method, recorded);
    }

    /// <summary>A path that is nothing but an act, as <c>/send-message</c>.</summary>
    private static ToolLocation Alone(ToolSpecification tool, ToolName name, IReadOnlyList<string> words)
    {
        var named = ToolName.Parse(words);
        var resource = named.Noun.Count > 0 ? Words.ResourceKey(named.Noun) : NameLocator.Of(tool, name, words).Resource;
        return new ToolLocation(named.Verb, named.VerbClass, resource, false, [], []);
    }

    /// <summary>What is done to the thing that the groups lead to.</summary>
    /// <param name="verb">The act that the path names; empty where the method alone says it.</param>
    /// <param name="recorded">Whether the answer is a record of the act.</param>
    private static ToolLocation Done(ToolSpecification tool, ToolName name, List<PathGroup> groups, IReadOnlyList<string> verb, string method, bool recorded)
    {
        var (last, parents) = (groups[^1], Parents(groups.SkipLast(1)));
        var onItem = last.Variables.Count > 0;
        var resource = Resource(tool, name, last);
        var (word, verbClass) = verb.Count > 0 ? Action(verb, method) : Method(tool, method, onItem, name);
        if (verb.Count > 0 && method == "DELETE" && verbClass == VerbClass.Transition && Verbs.ClassOf("un" + word) == VerbClass.Transition)
        {
            // DELETE /issues/{id}/lock unlocks.
            word = "un" + word;
        }

        // An act on an item leaves a record of its own under the item.
        return verb.Count > 0 && onItem && (verbClass is VerbClass.Act or VerbClass.Create or VerbClass.Send or VerbClass.Transfer or VerbClass.Upsert
                || (recorded && verbClass is VerbClass.Update or VerbClass.Transition))
            ? new ToolLocation(word, VerbClass.Create, $"{resource}_{Words.ResourceKey(verb)}", false, [.. parents, (resource, last.Variables)], [])
            : new ToolLocation(word, verbClass, resource, onItem, parents, last.Variables);
    }

    /// <summary>Whether a post to an item answers with another thing that tools read: <c>POST /accounts/{id}/withdraw</c> with a transaction.</summary>
    private static bool IsRecorded(ResultShape result, PathGroup last, HashSet<string>? item, PathItems items) =>
        result.Kind == ResultKind.Entity && items.Reads(result) && !Shows(last, result, item);

    private static string Resource(ToolSpecification tool, ToolName name, PathGroup last)
    {
        var resource = Words.ResourceKey(Words.Split(last.Segment));
        if (resource.Length == 0 && last.Variables.Count > 0)
        {
            resource = Words.ResourceKey([.. Words.Split(last.Variables[^1]).Where(w => w is not "id" and not "key" and not "name")]);
        }

        return resource.Length > 0 ? resource : NameLocator.Of(tool, name, NameWords.Of(tool)).Resource;
    }

    private static IReadOnlyList<(string Resource, IReadOnlyList<string> Variables)> Parents(IEnumerable<PathGroup> groups) =>
        [.. groups.Where(g => g.Variables.Count > 0).Select(g => (Words.ResourceKey(Words.Split(g.Segment)), g.Variables))];

    /// <summary>
    /// Whether a write to a tail of an item's path changes the item itself: <c>PUT /settings/{key}/number</c> that answers with
    /// the setting, <c>POST /letters/{id}/unread</c>, <c>DELETE /letters/{id}/read</c>. What has rows of its own is written in the plural, or is an act that
    /// leaves a record; an answer that is the item itself tells that it is neither.
    /// </summary>
    private static bool OfItem(List<PathGroup> groups, IReadOnlyList<string> tail, string method, SchemaNode returns, HashSet<string>? item)
    {
        if (groups.Count < 2 || groups[^1].Variables.Count > 0 || groups[^2].Variables.Count == 0 || tail.Count == 0
            || method is not ("PUT" or "PATCH" or "POST" or "DELETE"))
        {
            return false;
        }

        var verb = Verbs.ClassOf(tail[0]);
        if (verb is VerbClass.Transition or VerbClass.Link or VerbClass.Unlink or VerbClass.Delete or VerbClass.Update or VerbClass.Transfer
            || (method == "POST" && !Flags.IsMark(tail) && (Copies.Contains(tail[0]) || IsReading(verb))))
        {
            return false;
        }

        var result = ResultShape.Of(returns);
        var shows = Shows(groups[^2], result, item);
        if (Words.IsPlural(tail[^1]))
        {
            return shows && method != "DELETE" && Lists(result, groups[^1].Segment);
        }

        var empty = result.Kind == ResultKind.Unknown || returns.Kind == NodeKind.Null;
        return shows || (Flags.IsMark(tail) && (empty || Flags.AreShown(tail, result.Payload)));
    }

    private static bool IsReading(VerbClass verb) =>
        verb is VerbClass.Get or VerbClass.List or VerbClass.Search or VerbClass.Count or VerbClass.Check or VerbClass.Lookup or VerbClass.Compute;

    /// <summary>
    /// Whether a write to an entry of a list answers with the whole that shows the list: <c>DELETE /carts/{id}/lines/{number}</c> with the cart.
    /// </summary>
    private static bool IsPartOfWhole(List<PathGroup> groups, string method, ResultShape result, HashSet<string>? whole) =>
        groups.Count > 1 && groups[^1].Variables.Count > 0 && groups[^2].Variables.Count > 0 && method is "PUT" or "PATCH" or "DELETE"
        && Shows(groups[^2], result, whole) && Lists(result, groups[^1].Segment);

    /// <summary>Whether a result is the item that a group of the path names: by its definition, or by the members that the item shows.</summary>
    private static bool Shows(PathGroup group, ResultShape result, HashSet<string>? item) => result.Kind == ResultKind.Entity
        && (((result.Payload.Definition ?? result.Payload.Title) is { } definition
                && ResourceMerger.Normalize(definition) == Words.ResourceKey(Words.Split(group.Segment)))
            || (item is { Count: > 1 } && item.SetEquals(PathItems.Members(result))));

    private static bool Lists(ResultShape result, string segment) =>
        result.Payload.Properties.Any(p => p.Node.Kind == NodeKind.Array && Words.Snake(p.Name) == Words.Snake(segment));

    /// <summary>
    /// The step that a noun at the end of an item's path names: <c>POST /vouchers/{id}/cancellation</c> cancels, and to delete a suspension ends it. The answer
    /// knows the status that the step leads to.
    /// </summary>
    private static ToolLocation? Step(List<PathGroup> groups, IReadOnlyList<string> tail, string method, ResultShape result)
    {
        var named = tail.Count == 1 ? Nominals.VerbOf(tail[0]) : null;
        var verb = method != "DELETE" ? named : named?.UndoneBy is { } inverse ? VerbLexicon.Find(inverse.Replace(" ", "", StringComparison.Ordinal)) : null;
        return verb is { Class: VerbClass.Transition, LeadsBack: false } or { Class: VerbClass.Transition, Ends.Count: > 0 } && Knows(result, verb)
            ? Above(groups, verb.Key) with { VerbClass = VerbClass.Transition }
            : null;
    }

    private static bool Knows(ResultShape result, BusinessVerb verb) =>
        result.Payload.Properties.Any(p => p.Node.Enum?.Any(v => v.IsString && verb.Statuses.Contains(Words.Snake(v.AsString))) == true);

    /// <summary>An update of the item that the second last group names.</summary>
    private static ToolLocation Above(List<PathGroup> groups, string verb) => new(
        verb,
        VerbClass.Update,
        Words.ResourceKey(Words.Split(groups[^2].Segment)),
        true,
        Parents(groups.SkipLast(2)),
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
}
