using AgentScaler.Materialization.Sentences.Clauses;

namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>A thing is in a state: "the ticket is closed", "in the OPEN state", "only an assigned ticket", "cancels a pending order".</summary>
internal static class StateForms
{
    private const string StateWord = "(state|status|states|statuses|phase|stage)";

    public static readonly Form[] Clauses =
    [
        new("^ {thing:4} (is|are|was|were|has|have|has been|have been) [already|been] {states:2} or (is|are|was|were|has|have|has been|have been) [already|been] {more:2} $", s => Of(s["thing"], [s["states"], s["more"]], true)),
        new("^ {thing:5} (is|are|was|were) (no|not a|not an) {states:2} $", s => Of(s["thing"], [s["states"]], false)),
        new($"{{thing:4}} [that|which|who] (is|are) no longer in [the|a|an] {{states*}} {StateWord}", s => Of(s["thing"], s.List("states"), false, true)),
        new($"{{thing:4}} [is|are|be|being] not in [the|a|an] {{states*}} {StateWord}", s => Of(s["thing"], s.List("states"), false, true)),
        new($"{{thing:4}} [is|are|be|being] [already|currently|still] in [the|a|an|one of the] {{states*}} {StateWord}", s => Of(s["thing"], s.List("states"), true, true)),
        new($"^ [is|be] in [the|a|an] {{states*}} {StateWord}", s => Of("it", s.List("states"), true, true)),
        new($"{{thing:4}} (has|have|having|with) [the|a|an] {StateWord} [of|equal to] {{states*}} $", s => Of(s["thing"], s.List("states"), true, true)),
        new($"[whose|the|its|their] {{thing:4}} {StateWord} (is|are|equals|was) not [one of|yet|any of] {{states*}} $", s => Of(s["thing"], s.List("states"), false, true)),
        new($"[whose|the|its|their] {StateWord} [of {{thing:4}}] (is|are|equals|was) not [one of|yet|any of] {{states*}} $", s => Of(Thing(s), s.List("states"), false, true)),
        new($"[the] {{thing:4}} {StateWord} (is|are|equals|was) [already|one of|either|currently|still] {{states*}} $", s => Of(s["thing"], s.List("states"), true, true)),
        new($"[whose|the|its|their] {StateWord} (is|are|equals|was) [already|one of|either|currently|still] {{states*}} $", s => Of("it", s.List("states"), true, true)),
        new("^ {thing:5} [that|which|who] (is|are|was|were|has|have|be|has been|have been|isn t) (no longer|not yet|not|never|neither|not already|not currently|not been|not yet been) [in] [a|an] {states*} $", s => Of(s["thing"], s.List("states"), false)),
        new("^ {thing:5} [that|which|who] (is|are|was|were|be|has been|have been|gets|got|becomes|has already been|have already been) [already|still|currently|neither|either|in|a|an] {states*} $", s => Of(s["thing"], s.List("states"), true)),
        new("^ {thing:4} (has|have) [already] {states:2} $", s => StateWords.IsParticiple(StateWords.Bare(s["states"]).Split(' ')[^1]) ? Of(s["thing"], [s["states"]], true) : null),
        new("^ {thing:4} (has|have) no (free|available|more) {col:2} $", s => new Enough($"{s["col"]} left", "", false)),
        new("^ {thing:4} (has|have) no {col:2} [yet] $", s => Language.Words.IsPlural(s["col"]) || Existence.IsRoom(s["col"].Split(' ')[0]) ? null : new InState(s["col"], ["assigned"], false)),
        new("^ {thing:4} (has|have) not [yet] {states:2} $", s => StateWords.IsParticiple(s["states"].Split(' ')[^1]) ? Of(s["thing"], [s["states"]], false) : null),
        new("^ {thing:2} {prep:1} {x:1} $", s => StateWords.Are($"{s["prep"]} {s["x"]}") && s["prep"] is "in" or "on" or "under" or "out" ? Of(s["thing"], [$"{s["prep"]} {s["x"]}"], true) : null),
        new("^ (not|no longer) [yet] {states:2} $", s => Of("it", [s["states"]], false)),
        new("^ already {states:2} $", s => Of("it", [s["states"]], true)),
        new("^ {thing:3} [is|was] already {states:2} $", s => Of(s["thing"], [s["states"]], true)),
        new("^ {thing:3} not {states:2} $", s => s["thing"].Split(' ')[^1] is "does" or "do" or "did" or "must" or "may" or "can" ? null : Of(s["thing"], [s["states"]], false)),
        new("^ (is|are|be) [already|still] {states*} $", s => Of("it", s.List("states"), true)),
        new("^ {states*} {thing:1} $", s => Adjective(s, true)),
        new("^ {states*} {thing:2} $", s => Adjective(s, true)),
    ];

    /// <summary>The act is done to a thing in a state: "cancels a pending order", "ships an order that has been paid".</summary>
    public static readonly Form[] OfActs =
    [
        new("^ {act:1} (a|an|the|all|any|every|only|one|each) {states:2} or {more:1} {thing:2} (, |$|to |by |for |so |and |in |from |with |before |that |again )", s => Adjective(s["act"], s["thing"], [s["states"], s["more"]])),
        new("^ {act:1} (a|an|all|any|every|only|one|each) {states:1} {thing:2} (, |$|to |by |for |so |and |in |from |with |before |that |again )", s => Adjective(s["act"], s["thing"], [s["states"]])),
        new("^ {act:1} (a|an|all|any|every|only|one|each) {states:2} {thing:1} (, |$|to |by |for |so |and |in |from |with |before |that |again )", s => Adjective(s["act"], s["thing"], [s["states"]])),
        new("^ {act:1} (a|an|the|any|all|only) {thing:3} (that|which|who) (is|are|has|have|has been|have been|was|were) (not|not yet|no longer|not yet been|not been) {states*} $", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), false) : null),
        new("^ {act:1} (a|an|the|any|all|only) {thing:3} (that|which|who) (is|are|has|have|has been|have been|was|were) [still|already|currently] {states*} $", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), true) : null),
        new("^ {act:1} (a|an|the|any|all) {states:1} {thing:2} again $", s => StateWords.Are(s["states"]) && !StateWords.Are(s["thing"]) ? Of(s["thing"], [s["states"]], true) : null),
        new("^ {act:1} (a|an|the|any|all) {thing:3} before [it|they] (is|are|has|have|has been|have been) {states*} $", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), false) : null),
        new("^ {act:1} {thing:4} (if|while|as long as|provided|provided that|so long as) (it|they) (is|are) [still] {states*} $", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), true) : null),
        new("^ {act:1} (back|off|out|up|down|away|over|in|on) (a|an|the|any|all|only) {thing:3} (that|which|who) (is|are|has|have|has been|have been|was|were) (not|not yet|no longer|not yet been|not been) {states*} $", s => Of(s["thing"], s.List("states"), false)),
        new("^ {act:1} {x:4} of (a|an|the|any|all|only) {thing:3} (that|which|who) (is|are|has|have|has been|have been|was|were) (not|not yet|no longer|not yet been|not been) {states*} (, |$)", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), false) : null),
        new($"^ {{act:1}} (a|an|the|any|all|only) {{thing:3}} whose {StateWord} is {{states*}} $", s => Verb(s["act"]) ? Of(s["thing"], s.List("states"), true, true) : null),
    ];

    /// <summary>Whether a word begins a sentence as its act: "cancels", "cancel".</summary>
    public static bool Verb(string word) => Language.Verbs.ClassOf(word) is not (Language.VerbClass.None or Language.VerbClass.List or Language.VerbClass.Get
        or Language.VerbClass.Search or Language.VerbClass.Count or Language.VerbClass.Create
            or Language.VerbClass.Check or Language.VerbClass.Lookup or Language.VerbClass.Compute)
        || (Language.Words.Singular(word) is var one && one != word && Verb(one));

    public static InState? Of(string thing, IReadOnlyList<string> states, bool asserted, bool named = false)
    {
        List<string> bare = [.. states.Select(StateWords.Bare).Where(s => s.Length > 0)];
        return bare.Count > 0 && bare.All(s => s.Split(' ').Length <= 3 && (named || StateWords.Are(s))) && Noun(thing) is { } noun
            ? new InState(noun, bare, asserted) : null;
    }

    /// <summary>"non-draft leaflets", "delivered or returned orders": adjectives in front of a noun.</summary>
    private static InState? Adjective(Slots s, bool asserted)
    {
        if (s.Clause("states").Split(' ').Any(Lexicon.IsFinite))
        {
            return null;
        }

        var states = s.List("states").Select(w => w.StartsWith("a ", StringComparison.Ordinal) ? w[2..] : w).ToList();
        var denied = states.Count == 1 && states[0].StartsWith("non ", StringComparison.Ordinal);
        var positive = denied ? [states[0][4..]] : states;
        return positive.All(StateWords.Are) ? Of(s["thing"], positive, asserted != denied) : null;
    }

    private static InState? Adjective(string act, string thing, IReadOnlyList<string> states) =>
        Verb(act) && states.All(StateWords.Are) && !StateWords.Are(thing) ? Of(thing, states, true) : null;

    private static string Thing(Slots s) => s["thing"].Length == 0 ? "it" : s["thing"];

    private static string? Noun(string thing)
    {
        var words = thing.Split(' ').SkipWhile(w => w is "only" or "the" or "a" or "an" or "if" or "that" or "status" or "of").ToList();
        return words.Count == 0 ? "it" : words is ["there"] ? null : words.Any(w => w is "you" or "we" or "this" or "there" or "must" or "which" or "value" or "operation") && words.Count > 1 ? null
            : words[0] is "they" or "this" or "these" ? "it" : string.Join(' ', words.TakeWhile(w => w is not ("that" or "which" or "who" or "is" or "are")));
    }
}
