namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>At most so many rows belong to one owner: "a member may have at most 3 items", "maximum 5 attachments per message".</summary>
internal static class CountForms
{
    private const string Most = "(at most|up to|no more than|not more than|a maximum of|maximum of|maximum|max|only|as many as)";
    private const string Holds = "(have|hold|borrow|own|keep|contain|create|carry|include|take|book|reserve|rent|join|use|add|be assigned|be linked to|send|store|manage)";
    private const string Per = "(per|for each|for one|for a single|in each|for every|within one|within a|in a|for a|by each|on each|on a|to a)";

    /// <summary>What a clause says of numbers that were reached.</summary>
    public static readonly Form[] Clauses =
    [
        new("{owner:4} [already] (has|have|holds|contains|owns) [already] [at least|more than|over] {n#} {items:3} $", s => new AtMost(s["owner"], s["items"], s.Number("n"), "", false)),
        new("{owner:3} (has|have) [already] (reached|exceeded|hit) {limit:5} $", s => new AtMost(s["owner"], Things(s["limit"]), null, Limit(s["limit"]), false)),
        new("^ {owner:3} (has|have) [already] been {act:1} [already] {n#} times $", s => new AtMost(s["owner"], s["act"], s.Number("n"), "", false)),
        new("^ {owner:3} (has|have) [already] {n#} {items:3} $", s => IsUnit(s["items"]) ? null : new AtMost(s["owner"], s["items"], s.Number("n"), "", false)),
        new("^ [the] {limit:4} (limit|quota|maximum|capacity) [is|was|has been|have been|would be|already] (reached|exceeded|hit|exhausted)", s => new AtMost("it", Things(s["limit"]), null, $"{s["limit"]} limit", false)),
        new("(maximum|max|maximal) number of {items:4} [has been|is|was|already] (reached|exceeded)", s => new AtMost("it", s["items"], null, $"maximum number {s["items"]}", false)),
    ];

    public static readonly Form[] Whole =
    [
        new($"^ {{owner:3}} (can|may) [only] be {{act:1}} [only] {Most} {{n#}} times [in total] $", s => new AtMost(s["owner"], s["act"], s.Number("n"), "", true)),
        new($"^ {{owner:3}} {Phrases.Cannot} be {{act:1}} more than {{n#}} times $", s => new AtMost(s["owner"], s["act"], s.Number("n"), "", true)),
        new($"^ [note that|please note that] {{owner:4}} (may|can) {Holds} {Most} {{n#}} {{items:3}} (at a time|at once|at the same time|simultaneously|each|in total|maximum|only|$)", Told),
        new($"{{owner:4}} {Phrases.Cannot} {Holds} more than {{n#}} {{items:3}} $", Told),
        new($"{{owner:4}} (is|are) limited to {{n#}} {{items:3}} $", Told),
        new($"{{owner:4}} (has|have) a (limit|maximum) of {{n#}} {{items:3}} $", Told),
        new($"{Most} {{n#}} {{items:3}} (are|is|may be|can be) (allowed|permitted|supported|accepted|possible|added) {Per} {{owner:3}} $", Told),
        new($"{Most} {{n#}} {{items:3}} {Per} {{owner:3}} $", Told),
        new($"[a] (limit|maximum) of {{n#}} {{items:3}} {Per} {{owner:3}} $", Told),
        new($"there (can|may) only be {{n#}} {{items:3}} {Per} {{owner:3}} $", Told),
        new($"there (can|may) be {Most} {{n#}} {{items:3}} {Per} {{owner:3}} $", Told),
        new($"^ [a] (at most|up to|maximum of|maximum|max) {{n#}} {{items:2}} (are|is|may be|can be) (allowed|permitted|supported|accepted)", s => NoOwner(s)),
    ];

    private static AtMost? Told(Slots s) => IsUnit(s["items"]) ? null : new AtMost(s["owner"], s["items"], s.Number("n"), "", true);

    private static AtMost? NoOwner(Slots s) => IsUnit(s["items"]) ? null : new AtMost("it", s["items"], s.Number("n"), "", true);

    /// <summary>Characters, bytes and hours are measures of one value.</summary>
    private static bool IsUnit(string items) => items.Split(' ')[0] is "characters" or "chars" or "character" or "bytes" or "mb" or "kb" or "gb" or "hours" or "days"
        or "minutes" or "seconds" or "months" or "years" or "weeks" or "digits" or "letters" or "decimal" or "percent" or "times" or "hour" or "day" or "or" or "and"
        or "be" or "to" or "in" or "per" or "unicode" or "utf";

    private static string Things(string limit)
    {
        var words = limit.Split(' ').Where(w => w is not ("maximum" or "max" or "number" or "of" or "limit" or "its" or "the" or "allowed" or "quota" or "capacity"));
        var last = words.LastOrDefault() ?? "";
        return last.Length == 0 ? "" : Language.Words.Plural(last);
    }

    private static string Limit(string limit) => string.Join(' ', limit.Split(' ').Where(w => w is not ("of" or "its" or "the")));
}
