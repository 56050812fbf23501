using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Sentences.Grammar;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// The statuses from which the documentation and the declared refusals let an act start: "a booking that has sailed cannot be
/// cancelled", "only a pending order can be changed", 409 "The order is shipped already".
/// </summary>
internal static class StatedStatuses
{
    private static readonly HashSet<string> Refusing =
        new(StringComparer.Ordinal) { "cannot", "never", "impossible", "forbidden", "refused", "prohibited", "disallowed" };
    private static readonly HashSet<string> Modal =
        new(StringComparer.Ordinal) { "can", "cannot", "may", "must", "could", "should", "not", "only", "to", "longer" };
    private static readonly string[] Conflicts = ["409", "412", "423"];

    /// <summary>Words of refusals that are about another row, not about the row's own status.</summary>
    private static readonly HashSet<string> Others =
        new(StringComparer.Ordinal) { "exists", "exist", "existing", "duplicate", "same", "taken", "unique", "another" };

    /// <summary>Narrows the statuses that a step starts from to those that its documentation allows.</summary>
    public static IReadOnlyList<Value> Narrow(ToolReading reading, ColumnPlan status, Value target, IReadOnlyList<Value> from)
    {
        var acts = Verbs.TargetsOf(reading.Verb).Append(Words.Snake(target.IsString ? target.AsString : "")).ToHashSet(StringComparer.Ordinal);
        return Allowed(reading, status, acts, [.. status.Enum!.Where(v => v.IsString && v != target)], from) ?? from;
    }

    /// <summary>The statuses in which a row may be changed or deleted; null where nothing says so.</summary>
    public static IReadOnlyList<Value>? Of(ToolReading reading, ColumnPlan status) =>
        Allowed(reading, status, Acts(reading), status.Enum!, status.Enum!);

    /// <summary>Whether the documentation says that doing it again is no mistake: "idempotent", "voiding it again is no error".</summary>
    public static bool Repeats(ToolReading reading) => Statements.Clauses(reading.Tool.Description).Any(words =>
        (words.Contains("idempotent") && !words.Contains("not"))
        || Statements.Find(words, ["no", "error"]) >= 0
            || Statements.Find(words, ["not", "an", "error"]) >= 0
            || Statements.Find(words, ["no", "effect"]) >= 0);

    /// <summary>The status that a step is said to lead to, at the end of a statement: "moves a published page to draft".</summary>
    public static Value? Goal(ToolReading reading, ColumnPlan status)
    {
        foreach (var words in Statements.Clauses(reading.Tool.Description))
        {
            foreach (var value in status.Enum!.Where(v => v.IsString))
            {
                var name = Words.Split(value.AsString);
                var at = words.Count - name.Count;
                if (at > 0 && words[at - 1] is "to" or "as" or "becomes" && words.Skip(at).SequenceEqual(name))
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <param name="acts">The participles of the tool's own act, which are no statuses where they follow "be".</param>
    private static List<Value>? Allowed(ToolReading reading, ColumnPlan status, HashSet<string> acts, IReadOnlyList<Value> all, IReadOnlyList<Value> usual)
    {
        HashSet<Value>? only = null;
        var never = new HashSet<Value>();
        var later = new HashSet<Value>();
        foreach (var (at, words) in Statements.Clauses(reading.Tool.Description).Index())
        {
            if (OfOtherAct(words, acts, status))
            {
                continue;
            }

            var mentions = Mentions(words, status, acts);
            var (allowed, forbidden) = Described(reading, words, mentions, at == 0) ?? Stated(words, mentions);
            only = allowed is null ? only : only is null ? [.. allowed] : [.. only.Intersect(allowed)];
            never.UnionWith(forbidden);
            if (IsNotYet(words))
            {
                later.UnionWith(forbidden.SelectMany(v => all.SkipWhile(a => a != v)));
            }
        }

        foreach (var refusal in reading.Tool.Errors ?? [])
        {
            if (!Conflicts.Contains(refusal.Status) || refusal.Description is not { } text)
            {
                continue;
            }

            foreach (var words in Statements.Clauses(text).Where(w => !w.Any(Others.Contains)))
            {
                if (words[0] == "only" || words.Contains("must"))
                {
                    // "Only a draft can be sent" says of a refusal what is demanded.
                    only = Stated(words, Mentions(words, status, acts)).Only is { } demanded
                        ? only is null ? [.. demanded] : [.. only.Intersect(demanded)] : only;
                    continue;
                }

                foreach (var (value, at) in Mentions(words, status, []))
                {
                    if (IsDenied(words, at))
                    {
                        only ??= [];
                        only.Add(value);
                    }
                    else if (!acts.Contains(Words.Snake(value.AsString)) || at == 0 || words[at - 1] != "be")
                    {
                        never.Add(value);
                    }
                }
            }
        }

        if (only is null && never.Count == 0)
        {
            return null;
        }

        var left = (only is null ? usual : all.Where(only.Contains)).Where(v => !never.Contains(v)).ToList();
        left = left.Exists(v => !later.Contains(v)) ? left.FindAll(v => !later.Contains(v)) : left;
        if (left.Count == 0 || left.Count == usual.Count && usual.All(left.Contains))
        {
            // Statements that leave nothing contradict each other or were misread; those that take nothing away say nothing new.
            return null;
        }

        reading.Evidence.Add($"The documentation allows it while {status.Name} is {string.Join(", ", left.Select(v => v.ToJson()))}.");
        return left;
    }

    /// <summary>What one statement allows alone, and what it forbids.</summary>
    private static (List<Value>? Only, List<Value> Never) Stated(IReadOnlyList<string> words, List<(Value Value, int At)> mentions)
    {
        if (mentions.Count == 0)
        {
            return (null, []);
        }

        var list = words.ToList();
        if (list.Exists(w => w is "fail" or "fails") && mentions.Where(m => Denied(words, m.At)).Select(m => m.Value).ToList() is { Count: > 0 } denied)
        {
            // "Attempts to delete an invoice that is no longer a draft will fail."
            return (denied, []);
        }

        var (only, unless) = (list.IndexOf("only"), list.FindIndex(w => w is "unless" or "except" or "until"));
        var refuses = Enumerable.Range(0, list.Count).Where(i => Refuses(list, i)).DefaultIfEmpty(-1).First();
        if (refuses >= 0)
        {
            if (unless > refuses)
            {
                var after = mentions.Where(m => m.At > unless).Select(m => m.Value).ToList();
                return list[unless] == "unless" && after.Count > 0 ? (after, []) : (null, []);
            }

            // "An order that has not been served cannot be paid" demands what it denies.
            if (mentions.Where(m => m.At < refuses && words.Take(m.At).TakeLast(3).Contains("not")).Select(m => m.Value).ToList() is { Count: > 0 } missing)
            {
                return (missing, []);
            }

            // "cannot be cancelled, only refunded" says nothing of the refunded.
            return (null, [.. mentions.Where(m => only < 0 || m.At < only).Select(m => m.Value)]);
        }

        if (unless >= 0 && only < 0 && list[unless] != "until")
        {
            // "Voids an invoice unless it is paid."
            return (null, [.. mentions.Where(m => m.At > unless).Select(m => m.Value)]);
        }

        var demands = only >= 0
            || Statements.Find(list, ["must", "be"]) >= 0
            || Statements.Find(list, ["has", "to", "be"]) >= 0
            || Statements.Find(list, ["needs", "to", "be"]) >= 0
            || Statements.Find(list, ["must", "have"]) >= 0 || list.Contains("requires") || Statements.Find(list, ["as", "long", "as"]) >= 0;
        var named = mentions.Where(m => !words.Take(m.At).TakeLast(2).Contains("not")).Select(m => m.Value).ToList();
        return demands && named.Count > 0 ? (named, []) : (null, []);
    }

    private static bool Refuses(List<string> words, int at) => Refusing.Contains(words[at])
        || (words[at] == "not" && ((at > 0 && words[at - 1] is "can" or "may" or "must" or "should")
            || words.Skip(at + 1).Take(2).Any(n => n is "possible" or "allowed" or "permitted" or "be")))
        || (words[at] == "no" && at + 1 < words.Count && words[at + 1] == "longer")
        || (words[at] is "fail" or "fails" or "error" && at + 1 < words.Count && words[at + 1] is "if" or "when");

    /// <summary>"The parcel is not announced", "The parcel is not in the status announced": what a refusal denies is what is demanded.</summary>
    private static bool IsDenied(IReadOnlyList<string> words, int at)
    {
        var before = words.Take(at).TakeLast(5).ToList();
        return before.TakeLast(3).Any(w => w is "not" or "no") || (Statements.Find(before, ["not", "in"]) >= 0 && before.Exists(w => w is "status" or "state"));
    }

    private static bool Denied(IReadOnlyList<string> words, int at)
    {
        var before = words.Take(at).TakeLast(5).ToList();
        return before.Contains("not") || Statements.Find(before, ["no", "longer"]) >= 0;
    }

    /// <summary>What the act is done to, where the statement begins with the act: "Cancels a pending order", "Cancels an order that has not shipped".</summary>
    private static (List<Value>? Only, List<Value> Never)? Described(
        ToolReading reading, IReadOnlyList<string> words, List<(Value Value, int At)> mentions, bool first)
    {
        // The first sentence says what the tool does, in whatever words: "Take back an order that has not been served."
        if (mentions.Count == 0 || !(reading.Said.Contains(words[0]) || reading.Said.Contains(Words.Singular(words[0])) || (first && IsAct(words[0]))))
        {
            return null;
        }

        var thing = reading.Resource.Split('_')[^1];
        var before = mentions.Where(m => IsBefore(words, m, thing, mentions)).Select(m => m.Value).ToList();
        var not = mentions.Where(m => words.Take(m.At).TakeLast(3).Contains("not") || IsAfter(words, "before", m.At)).Select(m => m.Value).ToList();
        var being = Being(words);
        before.AddRange(mentions.Where(m => being >= 0 && m.At > being && !before.Contains(m.Value) && !not.Contains(m.Value)).Select(m => m.Value));
        return before.Count + not.Count == 0 ? null : (before.Count > 0 ? before : null, not);
    }

    /// <summary>Whether a status stands in front of the thing, alone or in a row of them: "an open or pending ticket".</summary>
    private static bool IsBefore(IReadOnlyList<string> words, (Value Value, int At) mention, string thing, List<(Value Value, int At)> mentions)
    {
        var next = mention.At + Words.Split(mention.Value.AsString).Count;
        return next < words.Count && mention.At > 0 && words[mention.At - 1] is "a" or "an" or "the" or "or" or "any" or "all"
            && (words[next] == thing || words[next] == Words.Plural(thing)
                || (words[next] == "or" && mentions.Exists(m => m.At == next + 1 && IsBefore(words, m, thing, mentions))));
    }

    /// <summary>Whether something is said not to have happened: what an enumeration lists after it has not happened either.</summary>
    private static bool IsNotYet(IReadOnlyList<string> words) => Statements.Find(words, ["has", "not"]) >= 0 || Statements.Find(words, ["have", "not"]) >= 0
        || Statements.Find(words, ["not", "yet"]) >= 0;

    private static bool IsAct(string word) => word is "take" || StateForms.Verb(word) || VerbLexicon.Find(word) is not null
        || VerbLexicon.Find(Words.Singular(word)) is not null;

    /// <summary>
    /// Where a clause says in which state the thing is: "that is pending", "whose status is pending", "if it is still pending"; -1 where none does.
    /// </summary>
    private static int Being(IReadOnlyList<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] is "is" or "are"
                && (words[i - 1] is "that" or "which" or "status" or "state"
                    || (i > 1 && words[i - 1] is "it" or "they" && words[i - 2] is "if" or "while" or "when"))
                && !words.Take(i).Any(w => w is "unless" or "until" or "except" or "before" or "even" or "so" or "not"))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsAfter(IReadOnlyList<string> words, string word, int at) => words.Take(at).TakeLast(4).Contains(word);

    /// <summary>Where values of the status are spoken of: not where the act itself is ("can be cancelled").</summary>
    private static List<(Value Value, int At)> Mentions(IReadOnlyList<string> words, ColumnPlan status, HashSet<string> acts)
    {
        var found = new List<(Value, int)>();
        foreach (var value in status.Enum!.Where(v => v.IsString))
        {
            for (var at = Statements.Find(words, Words.Split(value.AsString)); at >= 0; at = Statements.Find(words, Words.Split(value.AsString), at + 1))
            {
                var act = acts.Contains(Words.Snake(value.AsString)) && (at == 0 || words[at - 1] is "be" or "been" or "being" or "is" or "get");
                if (!act)
                {
                    found.Add((value, at));
                }
            }
        }

        return found;
    }

    /// <summary>Whether a sentence is about something else that can be done to the thing than what the tool does.</summary>
    public static bool SpeakOfOtherAct(ToolReading reading, IReadOnlyList<string> words) =>
        OfOtherAct(words, [.. Acts(reading), .. Verbs.TargetsOf(reading.Verb)], null);

    /// <summary>Whether a statement is about something else that can be done: "a cancelled one cannot be revived".</summary>
    private static bool OfOtherAct(IReadOnlyList<string> words, HashSet<string> acts, ColumnPlan? status)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i] == "be" && Modal.Contains(words[i - 1]) && words[i + 1] is var done && IsParticiple(done)
                && !acts.Contains(done)
                    && (status?.Enum ?? []).TrueForAll(v => !v.IsString || Words.Split(v.AsString)[0] != done)
                    && done is not "allowed" and not "permitted" and not "performed" and not "done" and not "called" and not "used")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsParticiple(string word) => word.Length > 3 && (word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("en", StringComparison.Ordinal)
        || word is "sent" or "sold" or "paid" or "made" or "moved" or "undone");

    private static HashSet<string> Acts(ToolReading reading)
    {
        var verb = reading.Verb;
        var participle = verb.EndsWith('e')
            ? verb + "d"
            : verb.EndsWith('y') && verb.Length > 2 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal)
            ? verb[..^1] + "ied"
            : verb + "ed";
        return reading.VerbClass switch
        {
            VerbClass.Delete => [participle, "deleted", "removed"],
            VerbClass.Update or VerbClass.Upsert => [participle, "updated", "changed", "edited", "modified", "amended"],
            _ => [participle],
        };
    }
}
