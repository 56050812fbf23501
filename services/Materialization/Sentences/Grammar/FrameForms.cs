namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>How sentences refuse a call or allow it: what they say in between is read by <see cref="ClauseForms"/>.</summary>
internal static class FrameForms
{
    /// <summary>A call is refused or allowed where a clause holds.</summary>
    public static readonly Form[] OfClauses =
    [
        // Refused unless it is so.
        new($"{Phrases.Fails} unless {{c*}} $", s => Demand(s.Clause("c"))),
        new($"{Phrases.Fails} {{y:5}} unless {{c*}} $", s => Demand(s.Clause("c"))),
        new($"{{t:5}} {Phrases.Cannot} {{act*}} (unless|until) {{c*}} $", s => Demand(s.Clause("c"))),
        new($"(only|solely) (if|when|while|where|as long as|once|after) {{c*}} $", s => Demand(s.Clause("c"))),
        new($"{{t:4}} (can|may|must|should) only be {{act:2}} (if|when|while|where|as long as|once|after|until) {{c*}} $", s => Demand(s.Clause("c"), s["t"])),
        new($"you (can|may) only {{act:3}} [{{x:3}}] (if|when|while|where|as long as|once|until) {{c*}} $", s => Demand(s.Clause("c"))),
        new($"you (can|may) only {{act:1}} {{t:4}} (if|when|while|where|as long as|once|until) {{c*}} $", s => Demand(s.Clause("c"), s["t"])),
        new($"{{t:4}} (can|may|must|should) only be {{act:3}} (if|when|while|where|as long as|once) {{c*}} $", s => Demand(s.Clause("c"), s["t"])),
        new("only [be] (called|used|performed|done|run|invoked|executed|made) (if|when|while|for|on) {c*} $", s => Demand(s.Clause("c"))),
        new("(only|just) (allowed|possible|permitted|available|valid|applicable|supported|works|applies) (if|when|while|for|on|with|in) {c*} $", s => Demand(s.Clause("c"))),
        new("(allowed|possible|permitted|available|valid|works|applies|supported) (only|solely) (if|when|while|for|on|with|in) {c*} $", s => Demand(s.Clause("c"))),
        new("only works (if|when|while|for|on|with) {c*} $", s => Demand(s.Clause("c"))),
        new("as long as {c*} $", s => Demand(s.Clause("c"))),

        // Refused where it is so.
        new($"^ (attempts|attempting|an attempt|any attempt|trying) to {{act:1}} [a|an|the] {{c*}} (fails|fail|will fail|is refused|are refused|will be refused|is rejected|are rejected|will be rejected|returns an error|return an error|results in an error|result in an error) ", s => Refuse(s.Clause("c"))),
        new($"{Phrases.Fails} [with|by] {Phrases.If} {{c*}} $", s => Refuse(s.Clause("c"))),
        new($"{Phrases.Fails} {{y:6}} {Phrases.If} {{c*}} $", s => Refuse(s.Clause("c"))),
        new($"(if|when|once|after|as soon as) {{c*}} , {{x:4}} {Phrases.Cannot} ", s => Refuse(s.Clause("c"), s["x"])),
        new($"(if|when|once|after|as soon as) {{c*}} , [then] {{x:6}} {Phrases.Fails} ", s => Refuse(s.Clause("c"))),
        new($"^ {{t:5}} (that|which|who) {{c:8}} {Phrases.Cannot} ", s => Refuse($"{s["t"]} {s.Clause("c")}")),
        new($"^ [once] {{x:4}} {Phrases.Cannot} {{act*}} (if|when|while|once|after|as) {{c*}} $", s => Refuse(s.Clause("c"), s["x"])),
        new($"^ {{t:3}} with {{by:3}} {Phrases.Cannot} be ", s => Language.Words.IsPlural(s["by"].Split(' ')[^1]) ? new IsUsed(s["t"], s["by"], false) : null),
        new("^ unless {c*} , ", s => Demand(s.Clause("c"))),
        new("unless {c*} $", s => Refuse(s.Clause("c"))),
        new("(but not|except) (if|when|while) {c*} $", s => Refuse(s.Clause("c"))),
        new($"^ {Phrases.Fails} {{c*}} $", s => s.Clause("c").Split(' ') is ["less" or "fewer", "than", ..] ? Refuse(s.Clause("c")) : null),
    ];

    /// <summary>The things that the call is for or is not for, and how they must be.</summary>
    public static readonly Form[] OfThings =
    [
        new($"only {{t*}} {Phrases.May} ", s => Demand(s["t"])),
        new("(can|may) only {act:1} {t:4} $", s => s["act"] == "be" ? null : Demand(s["t"])),
        new("(can|may) only be (used|called|applied|performed|run|made|done) (on|for|with|to) {t:5} $", s => Demand(s["t"])),
        new($"{Phrases.Cannot} (cancel|delete|remove|change|update|edit|modify|close|open|ship|return|refund|void|approve|reopen|archive|publish|renew|pay|book|assign|start|stop|send|add to|rename|merge) {{t:5}} $", s => Refuse(s["t"])),
        new("(impossible|not possible|not allowed|not permitted|forbidden|prohibited) to {act:1} {t:4} $", s => Refuse(s["t"])),
        new($"^ [a|an|the] {{t:4}} {Phrases.Cannot} [also] (be|borrow|lend|buy|order|join|book|pay|sign|post|write|log|receive|send|use|have|make|add) ", s => Refuse(s["t"])),
        new("^ {t:3} (is|are) (read only|immutable|not editable|final) $", s => Refuse(s["t"])),
        new("^ no {t:3} is {act:1} twice $", s => StateWords.IsParticiple(s["act"]) ? new InState(s["t"], [s["act"]], false) : null),
        new($"^ {{act:3}} {Phrases.Cannot} be {{x:2}} (to|for|on|in|from) {{t:4}} $", s => Refuse(s["t"])),
        new($"^ {{act:3}} (can|may) only be {{x:2}} (to|for|on|in|from) {{t:5}} $", s => Demand(s["t"])),
        new($"^ {{x:2}} of {{t:4}} {Phrases.Cannot} be (changed|edited|updated|modified|set) $", s => Refuse(s["t"])),
        new($"^ {{t:4}} must be (a|an) {{kind:2}} $", s => Kind(s)),
        new("there must be {c*} $", s => Demand(s.Clause("c"))),
        new($"(requires|require|needs|need) {{t:4}} to be {{s*}} $", s => Demand($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} [already|first|still|currently|also|always] (not be|never be) {{s*}} $", s => Refuse($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} (not be|never be) {{s*}} $", s => Refuse($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} [already|first|still|currently|also|always] be {{s*}} (before|to|in order to|for|so that|when|until|prior to) {{x*}} $", s => Demand($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} [already|first|still|currently|also|always] be {{s*}} $", s => Demand($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} [already|first|still|currently|also] have been {{s*}} $", s => Demand($"{s["t"]} is {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} [already|first|still|currently|also] have {{s*}} $", s => Demand($"{s["t"]} has {s.Clause("s")}")),
        new($"^ {{t:5}} {Phrases.Must} not {{s*}} $", s => Refuse($"{s["t"]} {s.Clause("s")}")),
        new($"^ {{t:5}} (must|has to|needs to) {{s*}} $", s => Demand($"{s["t"]} {s.Clause("s")}")),
        new("must {c*} $", s => Demand(s.Clause("c"))),
    ];

    /// <summary>"The device must be a thermostat": what the thing is, and no state that it comes into.</summary>
    private static InState? Kind(Slots s) => s["kind"].Split(' ') is var words && s["t"].Split(' ')[^1] != words[^1]
        && words[0] is not ("valid" or "positive" or "number" or "string" or "unique" or "integer" or "list" or "date" or "member" or "multiple" or "non" or "whole")
            ? new InState(s["t"], [s["kind"]], true) : null;

    public static IReadOnlyList<Form> All { get; } = [.. OfClauses, .. OfThings];

    /// <summary>A clause that must be so.</summary>
    public static Condition? Demand(string clause, string subject = "") => Named(ClauseForms.Read(Whole(clause, subject)), subject);

    /// <summary>A clause that must not be so.</summary>
    public static Condition? Refuse(string clause, string subject = "") => Named(ClauseForms.Read(Whole(clause, subject))?.Refused, subject);

    private static string Whole(string clause, string subject)
    {
        var words = clause.Trim();
        // "while in the open state" leaves its subject out.
        return (words.StartsWith("in ", StringComparison.Ordinal) && subject.Length > 0 ? $"{subject} is {words}" : words) + " ";
    }

    /// <summary>"it" stands for the subject of the sentence.</summary>
    private static Condition? Named(Condition? condition, string subject) =>
        condition is InState { Thing: "it" or "they" } state && subject is not ("" or "you" or "it" or "this") && !subject.Split(' ').Contains("operation")
            ? state with { Thing = subject }
            : condition is IsUsed { Thing: "it" or "they" } used && subject.Length > 0 ? used with { Thing = subject } : condition;
}
