using System.Text.RegularExpressions;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Clauses;

/// <summary>How sentences about a tool put a clause: as what is refused, as what alone is allowed, as what must be so.</summary>
internal static partial class Frames
{
    private static readonly IReadOnlyList<(Regex Pattern, Func<Match, IEnumerable<Condition>> Read)> All =
    [
        (OnlyIf(), m => ClauseSentences.Demanded(m.Groups["c"].Value, Thing(m))),
        (Unless(), m => ClauseSentences.Demanded(m.Groups["c"].Value, Thing(m))),
        (OnlyThings(), m => Adjective(m.Groups["t"].Value, true)),
        (NotWhile(), m => ClauseSentences.Refused(m.Groups["c"].Value, Thing(m))),
        (NotWith(), m => Children(m.Groups["t"].Value)),
        (NotThings(), m => Adjective(m.Groups["t"].Value, false)),
        (IfFails(), m => ClauseSentences.Refused(m.Groups["c"].Value)),
        (FailsIf(), m => ClauseSentences.Refused(m.Groups["c"].Value)),
        (OfThat(), m => ClauseSentences.Refused(Said(m.Groups["c"].Value), NounPhrase.Of(Tokens.Of(m.Groups["t"].Value)))),
        (ThatIsRefused(), m => ClauseSentences.Refused(Said(m.Groups["c"].Value), NounPhrase.Of(Tokens.Of(m.Groups["t"].Value)))),
        (InStatus(), m => Listed(m.Groups["s"].Value)),
        (OnlyStates(), m => Listed(Words.Singular(m.Groups["s"].Value.Trim()))),
        (ForThings(), m => Adjective(m.Groups["t"].Value, false)),
        (OneCannot(), m => StateWords.Are(m.Groups["s"].Value.Trim()) ? [new InState("it", [m.Groups["s"].Value.Trim()], false)] : []),
        (ManyTimes(), m => Times(m)),
        (AtLeast(), m => Least(m)),
        (OnePer(), m => [new Repeats([.. Tokens.Split(Tokens.Of(m.Groups["by"].Value), "and", "per").Select(NounPhrase.Of)], true)]),
        (NotOver(), m => Limited(m)),
    ];

    public static IReadOnlyList<Condition> Read(string words)
    {
        var bare = words.Trim() + " ";
        foreach (var (pattern, read) in All)
        {
            if (pattern.Match(bare) is { Success: true } match && read(match).ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return Modals(bare);
    }

    /// <summary>"X must be A and have B, and Y may not be C": clauses with modals of their own.</summary>
    private static List<Condition> Modals(string words)
    {
        var found = new List<Condition>();
        foreach (var clause in Apart().Split(words).Where(c => Must().IsMatch(c)))
        {
            var match = Must().Match(clause);
            var (subject, denied) = (match.Groups["t"].Value, match.Groups["not"].Success);
            if (Tokens.Of(subject).Count is 0 or > 6 || ClauseSentences.Subject($"{subject} is it") is not { Length: > 0 } noun)
            {
                continue;
            }

            foreach (var part in (denied ? Or() : And()).Split(match.Groups["vp"].Value))
            {
                var verb = Tokens.Of(part) is [var first, ..] && (first is "be" or "have" or "hold" || Lexicon.IsActive(first));
                var said = ClauseReader.Read($"would {(verb ? "" : "be ")}{part.Trim()} ", noun, fragments: false);
                if (said is not null && !(said is InState { States: ["given" or "sent" or "a"] }))
                {
                    found.Add(!denied ? said : said is AtMost { Count: > 1 and var most } often ? often with { Count = most - 1, Demanded = true }
                        : said.Refused);
                }
            }
        }

        return found;
    }

    /// <summary>"an available item", "pending or held orders".</summary>
    private static IEnumerable<Condition> Adjective(string phrase, bool demanded)
    {
        var words = Tokens.Of(phrase).SkipWhile(w => Lexicon.IsArticle(w) || Lexicon.IsAdverb(w)).ToList();
        var states = Tokens.Split(words.SkipLast(1).ToList(), "or", "and").Select(s => string.Join(' ', s)).ToList();
        return words.Count is >= 2 and <= 5 && states.Count > 0 && states.TrueForAll(s => StateWords.Are(s))
            ? [new InState(words[^1], [.. states.Select(StateWords.Bare)], demanded)] : [];
    }

    /// <summary>"Not with open invoices": rows that hang on it.</summary>
    private static IEnumerable<Condition> Children(string phrase) =>
        Tokens.Of(phrase).Where(w => w != ",").ToList() is { Count: > 0 and <= 6 } words && Words.IsPlural(words[^1])
            ? [new IsUsed("it", string.Join(' ', words.Where(w => !Lexicon.IsArticle(w))), false)] : [];

    /// <summary>"allowed in status draft or rejected", "only drafts can be edited".</summary>
    private static IEnumerable<Condition> Listed(string states) =>
        Tokens.Split(Tokens.Of(states), "or", "and").Select(s => string.Join(' ', s.Where(w => !Lexicon.IsArticle(w)))).ToList()
        is { Count: > 0 and < 6 } list && list.TrueForAll(s => s.Split(' ').Length <= 2 && (StateWords.Are(s) || list.Count > 1))
            ? [new InState("it", [.. list.Select(StateWords.Bare)], true)] : [];

    private static IEnumerable<Condition> Times(Match m) => Lexicon.HowOften(Tokens.Of(m.Groups["n"].Value)) is { } times
        ? [new AtMost(NounPhrase.Of(Tokens.Of(m.Groups["t"].Value)), m.Groups["act"].Value.Trim(), times, "", true)] : [];

    private static IEnumerable<Condition> Least(Match m) => Lexicon.Number(m.Groups["n"].Value.Trim()) is > 0 and var least
        && Words.IsPlural(m.Groups["t"].Value.Trim())
        ? [new Enough(m.Groups["t"].Value.Trim(), least.ToString(System.Globalization.CultureInfo.InvariantCulture), true)] : [];

    private static IEnumerable<Condition> Limited(Match m) =>
        Comparisons.AtMost(NounPhrase.Of(Tokens.Of(m.Groups["t"].Value)), Tokens.Of(m.Groups["n"].Value)) is { } most ? [most] : [];

    private static string Thing(Match m) => m.Groups["t"].Success ? NounPhrase.Of(Tokens.Of(m.Groups["t"].Value)) : "";

    private static string Said(string relative) => Relative().Replace(relative, " ");

    private const string Fail = "(?:refused|rejected|fails?|failed|errors?|denied|declined|turned down|not possible|not allowed|blocked|prevented|40[0-9]|41[0-9]|42[0-9])";
    private const string No = "(?:can ?not|cannot|may not|must not|can no longer|may no longer|could not|will not|is not allowed to|are not allowed to|can never)";
    private const string If = "(?:if|when|while|where|once|as long as|for as long as|as soon as|after|whenever|provided|provided that)";

    [GeneratedRegex("^(?:(?<t>[^,]{1,40}?) (?:can|may|could|must) (?:only )?(?:be )?[^,]{0,40}?|[^,]{1,50}? (?:goes? through|works?|succeeds?|(?:is|are) (?:possible|allowed|permitted|accepted|open)) )?\\b(?:only|just|solely|exclusively) (?:(?:possible|allowed|permitted|works?|accepted|makes sense|succeeds|valid|goes through) )?(?:if|when|while|where|once|as long as|until|so long as|provided) (?:all of (?:this|these|the following) (?:holds?|apply|applies|is true|are true) ,? ?)?(?<c>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyIf();

    [GeneratedRegex("^(?:(?<t>[^,]{1,40}?) " + No + " [^,]{1,50}? |[^,]{0,40}?" + Fail + " ,? ?|not )(?:unless|until) (?<c>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unless();

    [GeneratedRegex("^(?:only|just) (?:for |on |with )?(?<t>(?:[^ ,]+ ){2,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyThings();

    [GeneratedRegex("^(?:(?<t>[^,]{1,40}?) " + No + " [^,]{1,60}? |not )" + If + " (?<c>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NotWhile();

    [GeneratedRegex("^(?:not|never|impossible|not possible|not allowed) with (?<t>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex NotWith();

    [GeneratedRegex("^(?:not|never|(?:must|may|can) not be (?:called|used|applied)|cannot be (?:called|used|applied)) (?:for|on|to) (?<t>(?:[^ ,]+ ){2,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex NotThings();

    [GeneratedRegex("^(?:if|when|while|once|as long as) (?<c>[^,]+(?: , or [^,]+)*) , (?:[^,]{0,60} )?(?:" + Fail + "|say no|get an error) ", RegexOptions.CultureInvariant)]
    private static partial Regex IfFails();

    [GeneratedRegex("(?:^| )(?:" + Fail + "|say no|says no|refuse|refuses) ,? ?(?:4[0-9][0-9] ,? ?)?" + If + " (?<c>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex FailsIf();

    [GeneratedRegex("^[^,]{0,40}?(?:" + No + "|(?:nobody|no one|none) (?:can|may|is allowed to)) [^,]{1,40}?(?: (?:for|to|on|from|in|into|of|at))? (?:a|an|the|any) (?<t>(?:[^ ,]+ ){1,2})(?:that|which|who) (?<c>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex OfThat();

    [GeneratedRegex("^[^,]{1,40}? (?:for|of|on|from|to|by|with) (?:a|an|any|the) (?<t>(?:[^ ,]+ ){2,3})(?:is|are|will be|gets?) (?:also |always )?" + Fail + " ", RegexOptions.CultureInvariant)]
    private static partial Regex ForThings();

    [GeneratedRegex("^[^,]{0,40}?(?:a|an|any) (?<t>(?:[^ ,]+ ){1,2})(?:that|which|who) (?<c>[^,]+?) (?:is|are|will be|gets?) " + Fail + " ", RegexOptions.CultureInvariant)]
    private static partial Regex ThatIsRefused();

    [GeneratedRegex("^(?:(?:only )?(?:requires?|needs?|allowed in|possible in|valid in|only in|permitted in) (?:the )?(?:status|state|statuses|states) |only from |from (?=[^,]+ only $))(?<s>.+?) ?(?:only )?$", RegexOptions.CultureInvariant)]
    private static partial Regex InStatus();

    [GeneratedRegex("^only (?<s>[^ ,]+s) (?:can|may) be ", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyStates();

    [GeneratedRegex("(?:^| )(?:a|an|the) (?<s>[^ ,]+) one " + No + " $", RegexOptions.CultureInvariant)]
    private static partial Regex OneCannot();

    [GeneratedRegex("^(?:(?:a|an|the|each|every) )?(?<t>(?:[^ ,]+ ){1,3})(?:can|may) (?:only )?be (?<act>[^ ,]+) (?:only |at most |up to |no more than )?(?<n>once|twice|thrice|[^ ]+ times) (?:only |at most |in all |in total |altogether )?(?:,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ManyTimes();

    [GeneratedRegex("(?:^| )(?:needs?|requires?|takes|there must be|must have|must be) (?:at least )?(?<n>[^ ,]+) (?<t>[^ ,]+) (?:or more |at least |at a minimum )?$", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    [GeneratedRegex("^(?:only )?(?:one|a single|at most one) [^ ,]+ (?:per|for each|for every) (?<by>[^,]+?) (?:only |please )?(?:,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OnePer();

    [GeneratedRegex("^(?:[^,]{0,40} , )?(?<t>(?:[^ ,]+ ){1,4})(?:cannot|(?:may|must|can|should|shall|will) (?:not|never)) (?:go|rise|climb|get|grow|run|exceed|come out) (?:over |above |beyond |past |higher than |more than )?(?<n>(?:[^ ,]+ ){1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex NotOver();

    [GeneratedRegex(" , and (?=(?:[^ ,]+ ){1,5}(?:must|may|can|cannot|has to|have to) )| , (?=(?:[^ ,]+ ){1,5}(?:must|may not|cannot) )", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex("^(?:and |but )?(?<t>(?:[^ ,]+ ){1,6}?)(?:must|has to|have to|needs to|need to|may(?= not)|can(?= not)|cannot)(?<not> not| never)? (?<vp>(?:be|have|hold|lie|belong|exist|match|equal|differ|start|begin|end|cover|overlap|exceed) .+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Must();

    [GeneratedRegex(" (?:, )?and ", RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(" (?:, )?(?:or|nor) ", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    [GeneratedRegex("(?:^| )(?:that|which|who) ", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}
