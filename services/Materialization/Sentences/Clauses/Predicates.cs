namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>What is said of a subject by "is": a state, a comparison, a place among others, a use.</summary>
internal static class Predicates
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "taken", "booked", "reserved", "occupied", "busy", "unavailable", "engaged", "hired", "rented", "scheduled",
    };

    /// <summary>Words that judge a value or a call and name no state.</summary>
    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "valid", "invalid", "correct", "incorrect", "right", "wrong", "acceptable", "possible", "impossible", "allowed", "permitted", "required", "necessary", "mandatory", "optional",
        "supported", "unsupported", "ok", "fine", "same", "different", "missing", "unknown", "found", "given", "sent", "provided", "true", "false", "null", "changed", "malformed",
        "refused", "rejected", "ignored", "returned as", "returned with", "computed", "calculated", "needed", "important", "case", "known", "well",
    };

    private static readonly HashSet<string> Breaks = new(StringComparer.Ordinal)
    {
        "for", "with", "at", "because", "to", "and", "when", "while", "if", "since", "until", "then", "but", "as", "from", "during", "before", "after", "by", "of",
    };

    public static Condition? Read(string subject, List<string> said)
    {
        var rest = Tokens.Core(said);
        return rest.Count == 0 ? null
            : Counting(subject, rest) ?? Comparisons.Read(subject, rest) ?? Amount(subject, rest) ?? Relation(subject, rest) ?? Slot(subject, rest)
            ?? State(subject, rest);
    }

    /// <summary>"has been extended twice", "is called for the third time".</summary>
    private static AtMost? Counting(string subject, List<string> rest) =>
        rest.Count is > 1 and < 5 && Lexicon.HowOften([.. rest.Skip(1).SkipWhile(Lexicon.IsAdverb)]) is { } times
            ? new AtMost(subject, rest[0], times, "", false) : null;

    private static Condition? Amount(string subject, List<string> rest) => string.Join(' ', rest) switch
    {
        "full" or "sold out" or "fully booked" or "booked out" or "booked up" or "at capacity" or "overbooked" or "at full capacity" => new Enough("capacity", "", false),
        "out of stock" or "out" when rest.Count > 1 => new Enough("stock", "", false),
        "exhausted" or "used up" or "reached" or "hit" when IsLimit(subject) => new AtMost("it", "", null, subject, false),
        "at the limit" or "at limit" or "at maximum" or "at the maximum" or "over limit" or "over the limit" => new AtMost(subject, "", null, "limit", false),
        _ => rest is ["at" or "over" or "above" or "beyond" or "past", .. var limit] && IsLimit(limit[^1]) ? new AtMost(subject, "", null, NounPhrase.Whole(limit), false)
            : rest is ["too", "small" or "short" or "low" or "few", "for", .. var need] && need.Count > 0 ? new Enough(subject, NounPhrase.Of(need), false)
            : rest is ["too", "large" or "big" or "long" or "high" or "many" or "great", "for", .. var room] && room.Count > 0 ? new Enough(NounPhrase.Of(room), subject, false)
            : rest is ["left" or "remaining" or "to" or "available" or "free"] && Language.Words.IsPlural(subject.Split(' ')[^1]) ? new Enough($"{subject} left", "", true)
            : null,
    };

    private static bool IsLimit(string phrase) => phrase.Split(' ')[^1] is "limit" or "quota" or "allowance" or "maximum" or "cap" or "ceiling" or "capacity";

    private static Condition? Relation(string subject, List<string> rest) => rest switch
    {
        ["part", "of", .. var whole] => new IsOf(subject, NounPhrase.Of(whole), true),
        ["owned", "by", .. var owner] => new IsOf(subject, NounPhrase.Of(owner), true),
        ["used" or "referenced" or "needed" or "required", "by" or "in", .. var by] => new IsUsed(subject, NounPhrase.Of(by), true),
        ["in", "use", "by" or "in", .. var by] when by[0] is not ("another" or "a" or "some" or "somebody" or "someone") => new IsUsed(subject, NounPhrase.Of(by), true),
        ["taken" or "used" or "registered", ..] or ["in", "use", ..] when rest.Count <= 2 || rest[1] is "by" or "use" or "to" or "for" && !rest.Exists(Lexicon.IsTime) => Used(subject, rest),
        ["not", "unique"] => Unique(subject),
        ["unique", ..] => new NoTwo([subject], "", true),
        _ => null,
    };

    /// <summary>"The tag is taken" is said of a value that no two may have, or of a thing that is in a state.</summary>
    private static SaidTwice Used(string subject, List<string> rest) =>
        new(Unique(subject), new InState(subject, [rest[0] == "in" ? "in use" : rest[0]], true));

    private static NoTwo Unique(string value) => new([value], "", false) { OwnValue = true };

    private static Condition? Slot(string subject, List<string> rest)
    {
        var same = rest.FindIndex(w => w is "that" or "those" or "these" or "same" or "this");
        if (same > 1 && rest[^1] is var last && Lexicon.IsTime(last) && rest[same - 1] is "at" or "on" or "during" or "for" or "in" or "the" or "of")
        {
            return new OneAtATime(subject, [], last, false);
        }

        var at = rest.FindIndex(w => w is "at" or "on" or "during" or "for" or "in");
        return at > 0 && Taken.Contains(rest[0]) && rest.Skip(at).Any(Lexicon.IsTime)
            ? new OneAtATime(subject, [], NounPhrase.Whole(rest.Skip(at + 1)), false) : null;
    }

    private static InState? State(string subject, List<string> rest)
    {
        var words = rest is ["in" or "of" or "at", .. var inner] && inner.Exists(w => w is "state" or "status" or "stage" or "phase")
            ? inner.Where(w => w is not ("state" or "status" or "stage" or "phase" or "the" or "one" or "of" or "a" or "an")).ToList() : rest;
        words = words is ["one" or "any" or "either", "of", .. var list] ? list : words;
        var states = Tokens.Split(words, "or", "nor", "and").Select(Bare).ToList();
        return states.Count > 0 && states.TrueForAll(IsState) ? new InState(subject, [.. states.Select(StateWords.Bare)], true) : null;
    }

    /// <summary>The state without what hangs on it: "closed for enrolment" is closed, "under repair" stays whole.</summary>
    private static string Bare(List<string> state)
    {
        var words = state.SkipWhile(w => w is "a" or "an" or "the" || Lexicon.IsAdverb(w) || w is "not").ToList();
        var end = words is ["out", "of", ..] ? -1 : words.FindIndex(1, Math.Max(0, words.Count - 1), w => Breaks.Contains(w));
        var inside = words is ["out" or "away" or "in" or "off", "on" or "in" or "at", ..] ? 1 : end;
        return string.Join(' ', inside > 0 ? words.Take(inside) : words);
    }

    private static bool IsState(string words) => words.Length > 1 && words.Split(' ') is { Length: <= 3 } parts && !Array.Exists(parts, p => Judging.Contains(p)
        || Lexicon.IsFinite(p) || Lexicon.IsArticle(p) || p is "it" or "you" or "we" or "they" or "than" or "what" or "which" || char.IsAsciiDigit(p[0]));
}
