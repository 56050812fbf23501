using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Brings the names that different tools use for one resource together.</summary>
internal static class ResourceMerger
{
    private static readonly string[] Suffixes = ["_detail", "_info", "_data", "_record", "_list", "_history", "_status", "_profile", "_summary", "_entry"];

    private static readonly string[] DefinitionSuffixes = ["response", "dto", "model", "output", "result", "details", "detail", "info", "resource", "summary",
        "view", "schema", "object", "data", "out", "read", "list", "collection", "page", "full", "entity"];

    private static readonly string[] DefinitionPrefixes = ["full", "simple", "basic", "minimal", "paginated", "nullable", "detailed", "compact"];

    public static void Merge(IReadOnlyList<ToolReading> readings)
    {
        // A created thing says its own name: {"booking_id": ...} is a booking, whatever the verb's object was.
        foreach (var reading in readings.Where(r => r.VerbClass is VerbClass.Create or VerbClass.Send or VerbClass.Transfer && !r.Located))
        {
            if (CreatedKey(reading) is { } named && named != reading.Resource)
            {
                reading.Evidence.Add($"The result's {named}_id says that {Listing.Article(Words.Phrase(named))} is created.");
                reading.Resource = named;
            }
        }

        var counts = readings.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in counts.Keys.Order(StringComparer.Ordinal))
        {
            var target = Suffixes.Where(s => name.EndsWith(s, StringComparison.Ordinal)).Select(s => name[..^s.Length]).FirstOrDefault(counts.ContainsKey)
                ?? Made(name, readings)
                ?? LastPart(name, counts);
            if (target is not null && target != name)
            {
                renamed[name] = target;
            }
        }

        foreach (var reading in readings)
        {
            for (var hops = 0; hops < 4 && renamed.TryGetValue(reading.Resource, out var target); hops++)
            {
                reading.Evidence.Add($"The name {reading.Resource} is read as {target}, which other tools use.");
                reading.Resource = target;
            }
        }

        AnsweredThings.Merge(readings);
        MergeByDefinition(readings);
        MergeByKey(readings);
        MergeByOwner(readings);
        MergeByNamedRow(readings);
    }

    /// <summary>
    /// An act that names no row of its noun changes the one thing that it names, though other tools know the noun: <c>check_in_dog(stay_id)</c> changes the
    /// stay. So does an act that names both where rows of the one tell the other: <c>assign_guide(tour_id, guide_id)</c>, where a tour shows its guide.
    /// </summary>
    private static void MergeByNamedRow(IReadOnlyList<ToolReading> readings)
    {
        foreach (var reading in readings.Where(r => r is { Located: false, Reads: false } && IsAct(r.VerbClass)))
        {
            var things = reading.Parameters.Where(p => p is { Required: true, Container: null, Node.Scalar: true, Words: [_, .., "id"] })
                .Select(p => Words.ResourceKey([.. p.Words.SkipLast(1)])).ToList();
            var others = things.Where(t => t != reading.Resource && readings.Any(r => r != reading && r.Resource == t)).ToList();
            if (others is not [var thing] || reading.Parameters.Any(p => p.Words is ["id"]) || !IsPart(readings, reading, things, thing))
            {
                continue;
            }

            reading.Evidence.Add($"The {Words.Phrase(thing)} is the row that the tool names, so it is what is changed.");
            reading.Resource = thing;
            reading.VerbClass = reading.VerbClass is VerbClass.Transition ? VerbClass.Transition : VerbClass.Update;
        }
    }

    private static bool IsAct(VerbClass verb) => verb is VerbClass.Transition or VerbClass.Update or VerbClass.Act or VerbClass.Link;

    /// <summary>
    /// Whether an act works on the thing: it names nothing else, or else a thing that rows of this one tell, and whose rows do not tell this
    /// one.
    /// </summary>
    private static bool IsPart(IReadOnlyList<ToolReading> readings, ToolReading act, List<string> named, string thing) => !named.Contains(act.Resource)
        ? named.Count == 1
        : named.Count <= 2 && Shows(readings, thing, $"{act.Resource}_id") && (!readings.Any(r => r != act && r.Resource == act.Resource)
            || (act.VerbClass is VerbClass.Link && !Shows(readings, act.Resource, $"{thing}_id", act)));

    private static bool Shows(IReadOnlyList<ToolReading> readings, string thing, string member, ToolReading? but = null) => readings.Any(r => r != but
        && r.Resource == thing && r.Result.Kind is ResultKind.Entity or ResultKind.Collection
        && r.Result.Payload.Properties.Any(p => Words.Snake(p.Name) == member));

    /// <summary>The thing that a participle stands before, where a tool makes it by that verb: a saved place is a place that <c>save_place</c> saved.</summary>
    private static string? Made(string name, IReadOnlyList<ToolReading> readings)
    {
        var at = name.IndexOf('_', StringComparison.Ordinal);
        var (head, tail) = at < 0 ? ("", "") : (name[..at], name[(at + 1)..]);
        return readings.Any(r => r.VerbClass is VerbClass.Create && r.Resource == tail && r.Verb.Length > 0
            && Participles.Is(head, r.Verb)) ? tail : null;
    }

    /// <summary>
    /// A noun that no tool reads, whose writes all name one thing of another resource by its key, is a word for that thing or for a part of it:
    /// <c>lock_door(device_id)</c> changes the device, and <c>record_visit(place_id)</c> that answers with the place changes the place.
    /// </summary>
    private static void MergeByOwner(IReadOnlyList<ToolReading> readings)
    {
        foreach (var group in readings.GroupBy(r => r.Resource, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList())
        {
            var owners = group.Select(r => r.Reads || r.Located ? null : Owner(r, readings)).Distinct().ToList();
            if (owners is not [{ } owner] || owner == group.Key || readings.Any(r => Mentions(r, group.Key + "_id"))
                || !group.All(r => r.VerbClass is VerbClass.Transition || AnswersWith(r, owner, readings)))
            {
                continue;
            }

            foreach (var reading in group)
            {
                reading.Evidence.Add($"No tool reads a {Words.Phrase(group.Key)}; {reading.Tool.Name} changes the {Words.Phrase(owner)} that it names.");
                reading.Resource = owner;
                reading.VerbClass = reading.VerbClass is VerbClass.Transition ? VerbClass.Transition : VerbClass.Update;
            }
        }
    }

    /// <summary>The resource that other tools read, and whose row is the only one that this tool names by a key.</summary>
    private static string? Owner(ToolReading reading, IReadOnlyList<ToolReading> readings)
    {
        var keys = reading.Parameters.Where(p => p is { Required: true, Node.Scalar: true, Words.Count: > 1 } && p.Words[^1] is "id" or "number" or "code")
            .Select(p => Words.ResourceKey([.. p.Words.SkipLast(1)])).ToList();
        return keys is [var owner] && readings.Any(r => r.Reads && r.Resource == owner) ? owner : null;
    }

    private static bool Mentions(ToolReading reading, string key) =>
        reading.Parameters.Any(p => string.Join('_', p.Words) == key) || reading.Result.Payload.Properties.Any(p => Words.Snake(p.Name) == key);

    /// <summary>Whether the tool answers with all members that a read of the owner shows.</summary>
    private static bool AnswersWith(ToolReading reading, string owner, IReadOnlyList<ToolReading> readings)
    {
        var told = reading.Result.Kind == ResultKind.Entity
            ? reading.Result.Payload.Properties.Select(p => p.Name).ToHashSet(StringComparer.Ordinal) : [];
        return told.Count > 2 && readings.Any(r => r.Reads && r.Resource == owner && r.Result.Payload.Properties is { Count: > 2 } shown
            && shown.All(p => told.Contains(p.Name)));
    }

    /// <summary>A read of a resource that nothing else knows, whose result is another resource's definition, reads that one.</summary>
    private static void MergeByDefinition(IReadOnlyList<ToolReading> readings)
    {
        var known = readings.Select(r => r.Resource).ToHashSet(StringComparer.Ordinal);
        var counts = readings.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            if (reading.Result.Kind is ResultKind.Entity or ResultKind.Collection && reading.Result.Payload.Definition is { } definition
                && counts[reading.Resource] == 1 && Normalize(definition) is { Length: > 0 } name && name != reading.Resource && known.Contains(name))
            {
                reading.Evidence.Add($"The result is declared as {definition}, which is the resource {name}.");
                reading.Resource = name;
            }
        }
    }

    /// <summary><c>cancel(booking_id)</c>: an act whose object is nowhere else and whose key names a known resource is on that one.</summary>
    private static void MergeByKey(IReadOnlyList<ToolReading> readings)
    {
        var counts = readings.GroupBy(r => r.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var reading in readings.Where(r => !r.Located
            && counts[r.Resource] == 1
            && r.VerbClass is VerbClass.Transition or VerbClass.Update or VerbClass.Delete or VerbClass.Get or VerbClass.Check))
        {
            var required = reading.Parameters.FirstOrDefault(p => p.Required && p.Words.Count > 1 && p.Words[^1] is "id" or "number" or "code" or "reference");
            if (required is null || reading.Parameters.Any(p => string.Join('_', p.Words) == $"{reading.Resource}_id"))
            {
                continue;
            }

            var name = string.Join('_', required.Words.Take(required.Words.Count - 1));
            if (counts.ContainsKey(name) && (reading.VerbClass is not VerbClass.Get || reading.Result.Kind != ResultKind.Collection))
            {
                reading.Evidence.Add($"The parameter {required.Name} says that the tool is about one {name}.");
                reading.Resource = name;
            }
        }
    }

    private static string? CreatedKey(ToolReading reading)
    {
        if (reading.Result.Kind != ResultKind.Entity)
        {
            return null;
        }

        var inputs = reading.Parameters.Select(p => string.Join('_', p.Words)).ToHashSet(StringComparer.Ordinal);
        var keys = reading.Result.Payload.Properties
            .Select(p => Words.Split(p.Name))
            .Where(w => w.Count is 2 or 3 && w[^1] == "id" && !inputs.Contains(string.Join('_', w)))
            .Select(w => string.Join('_', w.Take(w.Count - 1)))
            .Where(w => w is not "request" and not "transaction_request" and not "trace" and not "correlation")
            .Distinct()
            .ToList();
        return keys.Count == 1 ? keys[0] : null;
    }

    private static string? LastPart(string name, Dictionary<string, int> counts)
    {
        for (var at = name.IndexOf('_', StringComparison.Ordinal); at >= 0; at = name.IndexOf('_', at + 1))
        {
            // user_order is an order where both users and orders are known.
            var (head, tail) = (name[..at], name[(at + 1)..]);
            if (counts.ContainsKey(tail) && (counts.ContainsKey(head) || counts[name] == 1) && counts[tail] >= counts[name])
            {
                return tail;
            }
        }

        return null;
    }

    /// <summary>The resource that a definition is named after: <c>shop.OrderResponse</c> is an order.</summary>
    public static string Normalize(string definition)
    {
        var at = Math.Max(definition.LastIndexOf('.'), definition.LastIndexOf('/'));
        var words = Words.Split(definition[(at + 1)..]).ToList();
        if (words.Count > 2 && Verbs.ClassOf(words[0]) is VerbClass.Create or VerbClass.Update
            && words[^1] is "request" or "input" or "params" or "payload" or "body")
        {
            // CreateOrderRequest asks for an order; a LeaveRequest is one.
            words = words[1..^1];
        }

        while (words.Count > 1 && (DefinitionSuffixes.Contains(words[^1]) || words[^1].All(char.IsAsciiDigit)))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && DefinitionPrefixes.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return Words.ResourceKey(words);
    }
}
