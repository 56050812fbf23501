using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>
/// Clauses without a verb, as the codes of errors and short reasons are: "item not available", "limit reached", "already returned", "too many guests",
/// "insufficient funds". An error code is such a clause written as a name.
/// </summary>
internal static class Fragments
{
    /// <summary>Words at the edges of codes that say only that something went wrong.</summary>
    private static readonly HashSet<string> Edges = new(StringComparer.Ordinal) { "error", "err", "exception", "violation", "fault", "e", "failed", "failure" };

    /// <summary>Codes for what is wrong with a call whatever the state.</summary>
    private static readonly HashSet<string> Formal = new(StringComparer.Ordinal)
    {
        "invalid", "validation", "malformed", "bad", "unprocessable", "unauthorized", "unauthenticated", "forbidden", "internal", "timeout", "method", "request",
        "illegal", "unsupported", "denied",
    };

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "taken", "used", "duplicate", "duplicated", "registered", "exists", "exist" };
    private static readonly HashSet<string> Busy = new(StringComparer.Ordinal) { "unavailable", "busy", "booked", "reserved", "occupied", "engaged", "scheduled" };
    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal) { "limit", "quota", "allowance", "maximum", "max", "cap", "ceiling" };
    private static readonly HashSet<string> Reached = new(StringComparer.Ordinal) { "reached", "exceeded", "exhausted", "hit", "full", "overrun" };

    /// <summary>Whether a code says only that the call is malformed.</summary>
    public static bool IsFormal(string code) => Tokens.Of(Wording.Of(code)).Exists(Formal.Contains);

    public static Condition? Read(IReadOnlyList<string> words)
    {
        var bare = words.SkipWhile(Edges.Contains).Reverse().SkipWhile(Edges.Contains).Reverse().Where(w => !Lexicon.IsArticle(w) || w == "another").ToList();
        return bare.Count is 0 or > 7 || bare.Exists(Formal.Contains) ? null
            : Found(bare) ?? Amount(bare) ?? Limit(bare) ?? Time(bare) ?? Wrong(bare) ?? Already(bare) ?? Used(bare) ?? Children(bare) ?? State(bare);
    }

    private static IsThere? Found(List<string> words) => words switch
    {
        ["no", "such", .. var thing] when thing.Count > 0 => new IsThere(Phrase(thing), false),
        ["unknown", .. var thing] when thing.Count > 0 => new IsThere(Phrase(thing), false),
        [.. var thing, "not", "found"] when thing.Count > 0 => new IsThere(Phrase(thing), false),
        [.. var thing, "unknown"] when thing.Count > 0 => new IsThere(Phrase(thing), false),
        [.. var thing, "does", "not", "exist"] when thing.Count > 0 => new IsThere(Phrase(thing), false),
        _ => null,
    };

    private static Condition? Amount(List<string> words) => words switch
    {
        ["sold", "out"] or ["full"] or ["fully", "booked"] or ["overbooked"] or ["at", "capacity"] or ["capacity", ..] => new Enough("capacity", "", false),
        ["out", "of", "stock"] or [.. _, "out", "of", "stock"] => new Enough("stock", "", false),
        [_, "full"] or [_, "sold", "out"] or [_, "fully", "booked"] or [_, "overbooked"] or [_, "at", "capacity"] => new Enough("capacity", "", false),
        ["insufficient", .. var have] when have.Count > 0 => new Enough(Phrase(have), "", false),
        ["not", "enough", .. var have] when have.Count > 0 => new Enough(Phrase(have), "", false),
        [.. var have, "insufficient"] when have.Count > 0 => new Enough(Phrase(have), "", false),
        ["too", "few", .. var have] when have.Count > 0 => new Enough(Phrase(have), "", false),
        ["no", .. var none, "left" or "available" or "free" or "remaining"] when none.Count > 0 => new Enough($"{Phrase(none)} left", "", false),
        _ when Around(words, "exceeds", "exceed", "over", "above") is var (need, have) && !Limits.Contains(have[^1]) => new Enough(Phrase(have), Phrase(need), false),
        ["exceeds" or "over" or "above" or "beyond", .. var have] when have.Count > 0 && !Limits.Contains(have[^1])
            && Lexicon.Number(have[0]) is null => new Enough(Phrase(have), "", false),
        [.. var have, "too", "low"] when have is ["balance" or "funds" or "stock" or "credit"] => new Enough(Phrase(have), "", false),
        _ => null,
    };

    private static AtMost? Limit(List<string> words)
    {
        var things = words.Where(w => !Limits.Contains(w) && !Reached.Contains(w) && w is not ("too" or "many" or "number" or "of" or "over" or "at" or "count")).ToList();
        var limited = words.Exists(Limits.Contains) || words is ["too", "many", ..];
        return limited && things.Count <= 2 && !things.Exists(w => w is "rate" or "page" or "size" or "length" or "file")
            ? new AtMost("it", things.Count == 0 ? "" : Words.Plural(Words.Singular(Phrase(things))), null, Phrase([.. things, "limit"]), false) : null;
    }

    private static Condition? Time(List<string> words) => words switch
    {
        ["in", "past"] => new IsBefore("now", "it", 0, true, false),
        ["in", "future"] => new IsBefore("it", "now", 0, true, false),
        [.. var x, "in", "past"] when x.Count > 0 => new IsBefore("now", Phrase(x), 0, true, false),
        ["past", .. var x] when x.Count > 0 => new IsBefore("now", Phrase(x), 0, true, false),
        [.. var x, "in", "future"] when x.Count > 0 => new IsBefore(Phrase(x), "now", 0, true, false),
        ["future", .. var x] when x.Count > 0 => new IsBefore(Phrase(x), "now", 0, true, false),
        _ when words.Count < 5 && Around(words, "before") is var (a, b) => new IsBefore(Phrase(a), Phrase(b), 0, false, true),
        _ when words.Count < 5 && Around(words, "after") is var (a, b) => new IsBefore(Phrase(b), Phrase(a), 0, false, true),
        ["double", "booked"] or ["double", "booking"] or ["overlap"] or ["overlapping", ..] => new OneAtATime("it", [], "time", false),
        [.. var who, "double", "booked"] => new OneAtATime(Phrase(who), [], "time", false),
        [.. var who, "clash" or "clashes" or "conflict" or "conflicts" or "overlap" or "overlaps"] when who.Exists(Lexicon.IsTime) || who is ["schedule" or "calendar" or "booking" or "bookings"] => new OneAtATime("it", [], "time", false),
        ["slot" or "time", .. _, "taken" or "unavailable" or "occupied" or "booked"] => new OneAtATime("it", [], "time", false),
        _ => null,
    };

    private static Condition? Wrong(List<string> words) => words switch
    {
        ["wrong" or "incorrect", .. var value] when value.Count is 1 or 2 && value[^1] is not ("state" or "status" or "type" or "format") => new IsSame(Phrase(value), "", false),
        [.. var value, "mismatch" or "incorrect" or "wrong"] when value.Count is 1 or 2 => new IsSame(Phrase(value), "", false),
        [.. var value, "does", "not", "match"] when value.Count is 1 or 2 => new IsSame(Phrase(value), "", false),
        _ => null,
    };

    private static Condition? Already(List<string> words)
    {
        var at = words.IndexOf("already");
        List<string> state = at < 0 ? [] : [.. words.Skip(at + 1)];
        return at < 0 || state.Count is 0 or > 3 ? null
            : state is ["exists" or "exist"] or ["taken" or "used" or "registered"] or ["in", "use"] && at > 0 ? Unique(Phrase(words.Take(at)))
            : !StateWords.IsParticiple(state[^1]) && state is not (["waiting"] or ["in", ..] or ["on", ..] or ["member"] or ["listed"]) ? null
            : new SaidTwice(new InState(at == 0 ? "it" : Phrase(words.Take(at)), [string.Join(' ', state)], true), new Repeats([], false));
    }

    private static Condition? Used(List<string> words) => words switch
    {
        ["duplicate" or "duplicated", .. var value] when value.Count > 0 => new SaidTwice(Unique(Phrase(value)), new Repeats([], false)),
        [.. var value, "duplicate" or "duplicated" or "exists" or "exist"] when value.Count > 0 => new SaidTwice(Unique(Phrase(value)), new Repeats([], false)),
        [.. var value, "not", "unique"] when value.Count > 0 => Unique(Phrase(value)),
        [.. var value, "in", "use"] when value.Count > 0 => new SaidTwice(Unique(Phrase(value)), new IsUsed(Phrase(value), "", true)),
        [.. var value, "taken" or "registered" or "used"] when value.Count > 0 && value[^1] != "not" => new SaidTwice(Unique(Phrase(value)), Occupied(value, words[^1])),
        [.. var thing, "not", "available" or "free"] when thing.Count > 0 =>
            new SaidTwice(new InState(Phrase(thing), ["available"], false), new OneAtATime(Phrase(thing), [], "time", false)),
        [.. var thing, var busy] when thing.Count > 0 && Busy.Contains(busy) && thing[^1] != "not" => Occupied(thing, busy),
        _ => null,
    };

    private static NoTwo Unique(string value) => new([value], "", false) { OwnValue = true };

    private static SaidTwice Occupied(List<string> thing, string state) =>
        new(new InState(Phrase(thing), [state], true), new OneAtATime(Phrase(thing), [], "time", false));

    private static Condition? Children(List<string> words) => words switch
    {
        ["has" or "have" or "with", .. var by] when by.Count is 1 or 2 && Words.IsPlural(by[^1]) => new IsUsed("it", Phrase(by), true),
        _ when Around(words, "has", "have") is var (thing, by) && by is ["no", .. var none] && none.Count is 1 or 2
            && Words.IsPlural(none[^1]) => new IsUsed(Phrase(thing), Phrase(none), false),
        ["no", .. var by] when by.Count is 1 or 2 && Words.IsPlural(by[^1]) => new IsUsed("it", Phrase(by), false),
        _ when Around(words, "has", "have") is var (thing, by) && by.Count is 1 or 2 && Words.IsPlural(by[^1]) => new IsUsed(Phrase(thing), Phrase(by), true),
        [.. var thing, "not", "empty"] when thing.Count > 0 => new IsUsed(Phrase(thing), "", true),
        [.. var by, "still", var state] when by.Count == 1 && Words.IsPlural(by[0]) && state.Length > 0 => new IsUsed("it", $"{state} {by[0]}", true),
        [var state, var by] when StateWords.Are(state) && Words.IsPlural(by) => new IsUsed("it", $"{state} {by}", true),
        ["not", "empty"] => new IsUsed("it", "", true),
        _ => null,
    };

    /// <summary>"account closed", "not active", "permit not active", "item on hire", "closed".</summary>
    private static Condition? State(List<string> words)
    {
        var not = words.IndexOf("not");
        var longer = not > 0 && words[not - 1] == "no" ? 1 : 0;
        if (not >= 0)
        {
            var state = words.Skip(not + 1).ToList();
            return state is ["zero"] or ["empty"] or ["0"] && not > 0 ? new IsFit(Phrase(words.Take(not)), "equal", 0, 0, false)
                : state.Count is 0 or > 3 || state is ["allowed" or "permitted" or "possible" or "valid" or "supported" or "authorized" or "authenticated" or "given" or "set" or "specified"] ? null
                : new InState(not - longer <= 0 ? "it" : Phrase(words.Take(not)), [string.Join(' ', state)], false);
        }

        var from = words.FindIndex(1, w => w is "on" or "in" or "out" or "under" or "off");
        var at = from > 0 ? from : words.Count - 1;
        var said = string.Join(' ', words.Skip(at));
        return words.Count == 1 ? StateWords.Are(said) ? new InState("it", [said], true) : null
            : words.Count - at <= 3 && (from > 0 || StateWords.Are(said) || Named(said)) && words[0] is not ("no" or "too")
            ? new InState(Phrase(words.Take(at)), [said], true) : null;
    }

    /// <summary>Adjectives and short participles that end a code.</summary>
    private static bool Named(string word) => word is "begun" or "gone" or "off" or "void" or "blocked" or "past" or "over" or "missing" or "absent";

    /// <summary>What stands on the two sides of a word; null where one side is empty.</summary>
    private static (List<string> Left, List<string> Right)? Around(List<string> words, params string[] between) =>
        words.FindIndex(between.Contains) is > 0 and var at && at < words.Count - 1 ? (words[..at], words[(at + 1)..]) : null;

    private static string Phrase(IEnumerable<string> words) => NounPhrase.Whole(words.Where(w => w is not ("is" or "are" or "was" or "were" or "has" or "been")));
}
