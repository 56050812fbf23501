using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>What is said of a subject by "has": rows that hang on it, how many, room that is left, a limit that is reached.</summary>
internal static class Possessions
{
    public static Condition? Read(string subject, List<string> said)
    {
        var rest = Tokens.Core(said);
        return rest switch
        {
            [] => null,
            ["been", .. var passive] => Denied(passive, p => Predicates.Read(subject, p)),
            ["reached" or "exceeded" or "hit" or "exhausted", .. var limit] when limit.Count > 0 => Reached(subject, limit),
            ["used", "up", .. var limit] when limit.Count > 0 => Reached(subject, limit),
            ["no", .. var none] when none.Count > 0 => None(subject, none),
            ["too", "few", .. var have] when have.Count > 0 => Short(have),
            ["insufficient", .. var have] when have.Count > 0 => Short(have),
            ["enough" or "sufficient", .. var have] when have.Count > 0 => Short(have)?.Refused,
            ["less" or "fewer", .. var have] when have.Contains("than") => Fewer(have),
            [var act] when StateWords.IsParticiple(act) || Started(act) => new InState(subject, [act], true),
            _ when IsMost(rest) => Reached(subject, rest),
            _ => Numbered(subject, rest) ?? Some(subject, rest),
        };
    }

    /// <summary>"fewer players than the team size", "fewer than three teams".</summary>
    public static Enough? Fewer(List<string> have)
    {
        var than = have.IndexOf("than");
        var (things, need) = than == 0 ? (have.Skip(2).ToList(), have.Skip(1).Take(1).ToList()) : (have.Take(than).ToList(), have.Skip(than + 1).ToList());
        return things.Count == 0 || need.Count == 0 ? null : new Enough(NounPhrase.Of(things), NounPhrase.Whole(need), false);
    }

    /// <summary>"the maximum number of loans", "its full number of guests", "the largest allowed number of seats".</summary>
    private static bool IsMost(List<string> words) => words.FindIndex(w => w is "number" or "count") is > 0 and < 4 and var at
        && at + 2 < words.Count && words[at + 1] == "of"
        && words.Take(at).Any(w => w is "maximum" or "maximal" or "max" or "full" or "largest" or "highest" or "greatest" or "allowed" or "permitted");

    private static bool Started(string word) => word is "begun" or "started" or "ended" or "left" or "gone" or "passed";

    private static Condition? Denied(List<string> words, Func<List<string>, Condition?> read)
    {
        var (rest, denied) = Tokens.Denied(words);
        return denied ? read(rest)?.Refused : read(rest);
    }

    private static AtMost Reached(string subject, List<string> limit)
    {
        var phrase = NounPhrase.Whole(limit);
        var thing = phrase.Split(' ').LastOrDefault(w => w is not ("limit" or "quota" or "maximum" or "number" or "allowance" or "of" or "max" or "cap")) ?? "";
        return new AtMost(subject, thing.Length == 0 ? "" : Words.Plural(thing), null, phrase, false);
    }

    private static Condition? None(string subject, List<string> none) => Existence.IsRoom(none[^1])
        ? new Enough(Room(subject, none), "", false)
        : Words.IsPlural(none[^1]) ? new IsUsed(subject, NounPhrase.Of(none), false) : null;

    /// <summary>"the zone has no permit left" is short of the zone's permits.</summary>
    private static string Room(string subject, List<string> rest) => $"{(subject is "it" ? "" : subject + " ")}{NounPhrase.Of(rest.SkipLast(1))} left";

    private static Enough? Short(List<string> have) => NounPhrase.Of(have) is { Length: > 0 } phrase
        && !phrase.Split(' ').Any(w => w is "permission" or "permissions" or "rights" or "privileges") ? new Enough(phrase, "", false) : null;

    /// <summary>"has two rentals out already", "holds 2 active permits".</summary>
    private static AtMost? Numbered(string subject, List<string> rest)
    {
        var from = rest is ["at", "least", ..] ? 2 : 0;
        return from < rest.Count - 1 && Lexicon.Number(rest[from]) is > 0 and var number
            ? new AtMost(subject, NounPhrase.Of(rest.Skip(from + 1).TakeWhile(w => w is not ("out" or "or" or "in"))), number, "", false) : null;
    }

    private static Condition? Some(string subject, List<string> rest)
    {
        var phrase = NounPhrase.Of(rest);
        var head = phrase.Split(' ')[^1];
        return phrase.Length == 0 || (!phrase.Contains(' ', StringComparison.Ordinal) && StateWords.Are(phrase)) ? null
            : rest.Count > 1 && Existence.IsRoom(rest[^1]) ? new Enough(Room(subject, rest), "", true)
            : rest[0] is "this" or "that" or "same" || rest is ["the", "same", ..] ? new NoTwo([phrase], "", false)
            : rest[0] is "a" or "an" or "another" or "one" ? Another(subject, rest) ?? new IsUsed(subject, phrase, true)
            : Words.IsPlural(head) || rest[0] is "any" or "open" ? new IsUsed(subject, phrase, true)
            : null;
    }

    /// <summary>"already has a voucher for that plate and day", "has another appointment at that time".</summary>
    private static Condition? Another(string subject, List<string> rest)
    {
        var at = rest.FindIndex(w => w is "for" or "at" or "on" or "during" or "with" or "in");
        var shared = at < 0 ? [] : Tokens.Split([.. rest.Skip(at + 1)], "and", "or").Select(NounPhrase.Of).ToList();
        var pointing = at >= 0 && rest.Skip(at + 1).Any(w => w is "that" or "this" or "same" or "these" or "those");
        return !pointing ? null
            : shared.TrueForAll(s => s.Split(' ').Any(Lexicon.IsTime)) ? new OneAtATime(subject, [], string.Join(' ', shared), false)
            : new Repeats(shared, false);
    }
}
