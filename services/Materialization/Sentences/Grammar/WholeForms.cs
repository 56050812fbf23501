namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>What a sentence as a whole says: defaults, totals, keys, the order and the size of lists, and how the call stands to what is there.</summary>
internal static class WholeForms
{
    private const string Now = "(now|the current time|the current date|the current timestamp|today|the current day|the time of the call|current time|current date)";
    private const string Left = "(if|when) [this|it|the value|the field] [is|value is] (not set|omitted|not specified|not provided|not given|left out|empty|blank|left blank|unspecified|not supplied|missing|absent|isn t set)";

    public static readonly Form[] All =
    [
        // Values where the caller gives none.
        new($"[{{arg:4}}] (defaults|default|will default) to {Now}", s => new Defaults(Arg(s), "now")),
        new($"{Left} , [it defaults to] {Now} [is used|will be used]", s => new Defaults("it", "now")),
        new($"^ {{arg:4}} (defaults|default|will default) to {{value:3}} (, |$|if |when )", s => new Defaults(Arg(s), s["value"])),
        new("(defaults|default|will default) to {value:3} (, |$|if |when )", s => new Defaults("it", s["value"])),
        new("[the] default [value] [is|:|,|of|value is] [is] {value:2} (, |$)", s => Value(s["value"])),
        new("[the] default (is|value is|equals) {value:2} (, |$)", s => Value(s["value"])),
        new(", default {value:1} , ", s => Value(s["value"])),
        new("{value:1} by default $", s => Value(s["value"])),
        new("^ by default , [it is|the value is|this is|is] {value:2} $", s => Value(s["value"])),
        new($"{Left} , {{value:3}} (is|will be) (used|assumed|taken) $", s => Value(s["value"])),
        new("{value:2} (is|will be) (used|assumed) (if|when) [this|it|the value|the field] [is] (not set|omitted|not specified|not provided|not given)", s => Value(s["value"])),

        // Computed values.
        new("{col:3} (is calculated as|is computed as|equals|is|will be) {a:4} (times|multiplied by|x|by the number of) {b:4} $", s => Product(s)),
        new("{col:3} (is calculated as|is computed as|equals|is) the sum of {a:4} $", s => new Computes(s["col"], s["a"], '+', s["a"])),
        new("{col:3} (is calculated as|is computed as|equals|is) {a:4} (plus|and) {b:4} $", s => Sum(s, '+')),
        new("{col:3} (is calculated as|is computed as|equals|is) {a:4} (minus|less) {b:4} $", s => Sum(s, '-')),

        // Keys.
        new("[generates|creates|assigns|generate|assign] [a|an] [new|unique|random] {col:2} (is|will be|are) [automatically] (generated|assigned) [by {x:3}|automatically|for {y:3}] ", s => Key(s["col"])),
        new("(generates|assigns|creates) [a|an] [new|unique|random|unique new] {col:1} (for|automatically|$)", s => Key(s["col"])),
        new("{col:2} (is|will be) [automatically] (generated|assigned) ", s => Key(s["col"])),

        // What is there already.
        new("(creates|create|adds|inserts) [a|an|the] [new] {x:4} (if|when) (it|one|they|none) (does not|do not) [already|yet] (exist|exists)", _ => new MakesOrReplaces()),
        new("if {x:4} (does not|do not) [already|yet] exist , (it|one|they|a new one|a new {y:3}) (is|are|will be) (created|added)", _ => new MakesOrReplaces()),
        new("if {x:4} [already] exists [already] , (it|they) (is|are|will be) (replaced|updated|overwritten)", _ => new MakesOrReplaces()),
        new("(creates or updates|create or update|creates or replaces|create or replace|updates or creates|upserts|upsert|inserts or updates|insert or update|add or update|adds or updates)", _ => new MakesOrReplaces()),
        new("only [the] [given|provided|specified|supplied|passed|included|changed] [fields|members|properties|values|attributes|parameters] [that are|you] [given|provided|specified|supplied|passed|included|send] (are|will be|is) (changed|updated|modified|overwritten)", _ => new LeavesRest(true)),
        new("(only|just) (updates|changes|update|change) [the] (given|provided|specified|supplied) (fields|members|properties|values|attributes|parameters)", _ => new LeavesRest(true)),
        new("{x:5} (omitted|not given|not provided|not specified|not supplied|left out|not included|not present|unspecified) {y:6} (unchanged|not changed|untouched|unaffected|as they are|not be changed|not be updated|not be affected)", _ => new LeavesRest(true)),
        new("(is|are|and|,|be|being|an|fully|therefore) idempotent", _ => new MayRepeat()),
        new("^ [fully] idempotent", _ => new MayRepeat()),
        new("(is|are) (no error|not an error|no mistake)", _ => new MayRepeat()),
        new("(has no effect|no effect if|does nothing if|nothing happens if)", _ => new MayRepeat()),
        new("(cannot be undone|can never be undone|cannot be reversed|is irreversible|not reversible|cannot be restored|cannot be recovered|is permanent|cannot be reverted|irreversible)", _ => new IsFinal()),
        new("^ [this] [will] (permanently|irrevocably|irreversibly) (deletes|removes|delete|remove|destroys|purges|erases|closes)", _ => new IsFinal()),
        new("^ [{x:1}] (deletes|removes|delete|remove) {y:4} permanently", _ => new IsFinal()),
    ];

    /// <summary>What the sentence says of the rows of a list.</summary>
    public static readonly Form[] OfLists =
    [
        new("(newest|latest|most recent|oldest|earliest|cheapest|highest|lowest|largest|smallest|most expensive) [{x:2}] first", s => new Sorted("newest first")),
        new("(sorted|ordered|ranked) (by|on) {by*} $", s => new Sorted($"by {s["by"]}")),
        new("in [reverse|ascending|descending] (alphabetical|chronological|alphabetic) order", _ => new Sorted("alphabetical")),
        new("in (ascending|descending) order (of|by) {by:4} $", s => new Sorted($"by {s["by"]}")),
        new("in the order in which they were {x:2} $", _ => new Sorted("chronological")),
        new("(returns|return|lists|list|gets|get|shows|retrieves|fetches) [the] [up to|first|last|top|latest] {n#} {things:3} $", s => s.Number("n") > 1 ? new Top(s.Number("n"), s["things"]) : null),
        new("^ (at most|up to|no more than) so many {things:2} $", s => new Top(0, s["things"])),
        new("(at most|up to|a maximum of|no more than|maximum|max) {n#} {things:2} (are|is|will be|can be) (returned|listed|shown)", s => new Top(s.Number("n"), s["things"])),
        new("(returns|return|lists) (at most|up to|a maximum of|no more than) {n#} {things:2} ", s => new Top(s.Number("n"), s["things"])),
        new("^ (returns|return|lists|list|gets|get|shows|show|retrieves|fetches) [only|all|all the|the|a list of|all of the] {states:2} {things:1} (, |$|of |for |in |by |with )", s => Those(s, true)),
        new("^ {states:2} {things:2} (are|is|will be) (not included|not returned|excluded|omitted|left out|not shown|not listed|hidden)", s => Those(s, false)),
        new("only {states:2} {things:2} (are|is|will be) (included|returned|shown|listed)", s => Those(s, true)),
    ];

    public static readonly Form[] OfResults =
    [
        new("^ (returns|return|gives|answers with|responds with) [back] [the] {thing:6} (, |$)", s => new Tells(s["thing"])),
        new("^ [the] {thing:5} (is|are|will be) returned $", s => new Tells(s["thing"])),
    ];

    private static string Arg(Slots s) => s["arg"].Length == 0 ? "it" : s["arg"];

    private static Defaults? Value(string value) => value.Length == 0 || value.Split(' ')[0] is "value" or "is" or "to" or "for" or "if" or "in" or "of" or "and" or "only"
        or "settings" or "it" or "this" or "behavior" or "language" or "when" ? null : new Defaults("it", value);

    private static MakesKey? Key(string column) => column.Split(' ')[^1] is "id" or "identifier" or "number" or "code" or "uuid" or "reference" or "token" or "key" or "ids"
        ? new MakesKey(column) : null;

    private static Computes Product(Slots s) => new(s["col"], s["a"], '*', s["b"]);

    private static Computes? Sum(Slots s, char sign) => s["col"].Split(' ')[^1] is "total" or "price" or "amount" or "fee" or "balance" or "cost" or "sum"
        ? new Computes(s["col"], s["a"], sign, s["b"]) : null;

    private static OnlyThose? Those(Slots s, bool those) => StateWords.Are(s["states"]) && !StateWords.Are(s["things"]) && Language.Words.IsPlural(s["things"].Split(' ')[^1])
            ? new OnlyThose(s["things"], [StateWords.Bare(s["states"])], those) : null;
}
