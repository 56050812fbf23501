namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>Something is there, belongs to another, or is used by others.</summary>
internal static class ExistenceForms
{
    public static readonly Form[] Clauses =
    [
        new("^ [the|a|an|if|requested|specified|given] {thing:5} [with {x:4}] [already] [that] (does not|do not|did not|doesn t) exist", s => There(s["thing"], false)),
        new("{thing:5} [that] (does not|do not|did not) exist", s => There(s["thing"], false)),
        new("{thing:5} [with {x:3}] (not found|is not found|was not found|were not found|are not found|could not be found|cannot be found|not be found|is missing|is unknown|is not known|not exist|does not match|not present)", s => There(s["thing"], false)),
        new("^ there (is|are) no such {thing:3} $", s => There(s["thing"], false)),
        new("^ (not found|no such|does not exist)", _ => There("it", false)),
        new("^ (no|no such|unknown|missing|nonexistent|non existing|non existent) {thing:4} [with {x:4}] (exists|exist|found|is found|was found|matches|matched|was matched|could be found)", s => There(s["thing"], false)),
        new("^ (no such|unknown|nonexistent|non existing|non existent) {thing:3} $", s => There(s["thing"], false)),
        new("^ [the|a|an] {thing:4} (exists|exist) $", s => There(s["thing"], true)),
        new("[an] existing {thing:3} $", s => There(s["thing"], true)),
        new("{thing:4} (does not|do not) belong to {owner:4} $", s => new IsOf(s["thing"], s["owner"], false)),
        new("{thing:4} (is|are) not (part of|owned by|a member of|one of|assigned to) {owner:4} $", s => new IsOf(s["thing"], s["owner"], false)),
        new("^ [the|this] {thing:2} (is|are) not in [the|this|its] {owner:2} $", s => StateWords.Are($"in {s["owner"]}") || s["owner"].Split(' ')[^1] is "state" or "status" or "stock" or "past" or "future"
            ? null : new IsOf(s["thing"], s["owner"], false)),
        new("{thing:4} (belongs|belong) to {owner:4} $", s => new IsOf(s["thing"], s["owner"], true)),
        new("{thing:4} (is|are|be) (part of|owned by|a member of) {owner:4} $", s => new IsOf(s["thing"], s["owner"], true)),
        new("{thing:4} (is|are) [still|currently|already] (in use by|used by|used in|referenced by|referred to by|assigned to|linked to|attached to|associated with|referenced in|needed by) {by:4} $", s => new IsUsed(s["thing"], s["by"], true)),
        new("{thing:4} (is|are) [still|currently|already] (in use|referenced|used) $", s => new IsUsed(s["thing"], "", true)),
        new("^ {thing:3} [still] (has|have|contains|holds) [still] [any|existing|associated|assigned|child|dependent|linked|some] {by:3} $", s => Plural(s["by"]) ? new IsUsed(s["thing"], s["by"], true) : null),
        new("^ there are [still] no [existing|associated|child|dependent|more] {by:3} $", s => new IsUsed("it", s["by"], false)),
        new("^ there are [still|any] [existing|associated|child|dependent] {by:3} $", s => new IsUsed("it", s["by"], true)),
        new("^ {thing:3} (has|have|contains) no {by:3} $", s => Plural(s["by"]) ? new IsUsed(s["thing"], s["by"], false) : null),
        new("{thing:4} (is|are|be) not empty $", s => new IsUsed(s["thing"], "", true)),
        new("{thing:4} (is|are|be) empty $", s => new IsUsed(s["thing"], "", false)),
    ];

    public static readonly Form[] Whole =
    [
        new("only {owner:4} of {thing:4} (can|may|is allowed to|are allowed to|is able to|are permitted to) ", s => Person(s["owner"]) ? new IsOf(s["thing"], s["owner"], true) : null),
        new("only {owner:4} (can|may|is allowed to|are allowed to|is able to|are permitted to) {act:2} {thing:3} $", s => Owner(s["owner"]) ? new IsOf("it", s["owner"], true) : null),
        new("you (can|may) only {act:1} {thing:3} [that|which] [you] (you own|own|you created|you have created|have created|that belong to you|belonging to you|of your own|assigned to you|that you own|you have submitted|submitted yourself|created yourself)", s => new IsOf(s["thing"], "you", true)),
        new("{who:4} must be {thing:3} owner", s => new IsOf("it", s["who"], true)),
        new("{who:4} must be the owner of {thing:3}", s => new IsOf(s["thing"], s["who"], true)),
        new("{who:4} must own {thing:3} $", s => new IsOf(s["thing"], s["who"], true)),
        new("{thing:5} must belong to {owner:4} (, |$)", s => new IsOf(s["thing"], s["owner"], true)),
        new("{thing:5} must be (part of|owned by|a member of) {owner:4} $", s => new IsOf(s["thing"], s["owner"], true)),
        new("{x:3} must (be|refer to|reference|name|point to) an existing {thing:3} $", s => There(s["thing"], true)),
        new("{thing:5} must [already] exist", s => There(s["thing"], true)),
        new("{act:4} that (does not|do not) exist (results|will result|leads|fails|is)", s => There(Last(s["act"]), true)),
    ];

    private static IsThere There(string thing, bool asserted) => new(Trim(thing), asserted);

    private static string Last(string words) => words.Split(' ') is var all && all.Length > 1
        ? string.Join(' ', all.Skip(1).SkipWhile(w => w is "a" or "an" or "the"))
        : words;

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "specified", "requested", "given", "if", "when", "returned", "resource", "that", "provided", "object", "of", "type", "this", "such",
        "referenced", "supplied", "corresponding", "any", "either", "one", "item",
    };

    private static string Trim(string thing)
    {
        var words = thing.Split(' ').ToList();
        var kept = words.SkipWhile(Fillers.Contains).ToList();
        var with = kept.FindIndex(w => w is "with" or "for" or "by" or "in" or "whose");
        kept = with > 0 ? kept.Take(with).ToList() : kept;
        return kept.Count == 0 ? "it" : string.Join(' ', kept);
    }

    private static bool Plural(string words) => Language.Words.IsPlural(words.Split(' ')[^1]);

    private static bool Owner(string words) => words.Split(' ')[^1] is "owner" or "author" or "creator" or "assignee" or "organizer" or "host" or "manager" or "sender"
        or "recipient" or "admin" or "administrator" or "borrower";

    private static bool Person(string words) => Owner(words) || words.Split(' ')[^1] is "member" or "members" or "user" or "participants";
}
