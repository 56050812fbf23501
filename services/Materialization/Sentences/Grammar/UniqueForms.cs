namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>No two rows agree: "email must be unique", "a member with this email already exists", "already taken".</summary>
internal static class UniqueForms
{
    private const string Within = "(within|in|across|per|for|among|inside|amongst|throughout|for each|in each)";

    public static readonly Form[] Clauses =
    [
        new("^ [the|this] {who:2} is [already] in [the|this] {thing:2} [already] $", s => s["thing"].Split(' ')[^1] is "past" or "future" or "state" or "status" or "use" or "progress" or "stock" ? null
            : new NoTwo([s["who"], s["thing"]], "", false)),
        new("(a|an|another|any|the|one) {thing:4} (with|having|using|of) (this|that|the same|same|the given|the|such|such a|an identical|its|these) {cols:5} already (exists|exist|registered) $", s => Two(s.List("cols"))),
        new("{thing:4} (with|having|using|of) (this|that|the same|same|the given|the|such|such a|an identical|these) {cols:4} already exists $", s => Two(s.List("cols"))),
        new("[a|an] {thing:3} [already] (with|having) (this|that|the same) {cols:4} $", s => s["cols"].Contains("exist", StringComparison.Ordinal) || s.Clause("thing").Split(' ').Contains("no") ? null : Two(s.List("cols"))),
        new("^ (a|an|the|another|any) {thing:3} (with|having|using|of) (this|that|the same|same|the given|the|such|such a|an identical|its|these) {cols:4} exists [already] $", s => Two(s.List("cols"))),
        new("^ [the|this] {who:2} (has|have) [already] {done:1} (this|that|the|the same) {thing:2} [already] $", s => Again(s)),
        new("{cols:4} (is|are|was|has been) [already|currently] (taken|in use|used|registered|not unique|reserved by another|occupied by another) [already] $", s => Named(s["cols"]) ? Two([s["cols"]]) : null),
        new("{cols:3} already (taken|in use|used|registered) $", s => Named(s["cols"]) ? Two([s["cols"]]) : null),
        new("(duplicate|duplicated|non unique) {cols:3} $", s => Two([s["cols"]])),
        new("{cols:4} [already] (belongs|belong) [already] to (another|a different|some other) {of:2} $", s => Others(s)),
        new("^ (another|a different|some other) {of:2} [already] (carries|has|uses|bears|holds) [already] (this|that|the same|the given) {cols:4} [already] $", s => Others(s)),
        new("^ this {cols:3} [already] has [already] (a|an) {of:2} [already] $", s => Others(s)),
        new("{thing:4} already exists [in {within:4}] $", s => new NoTwo([s["thing"]], "", false)),
        new("^ [resource|record] already exists", _ => new NoTwo(["it"], "", false)),
        new("{cols:4} already exists", s => new NoTwo([s["cols"]], "", false)),
    ];

    public static readonly Form[] Whole =
    [
        new($"{{cols*}} (must be|has to be|have to be|should be|needs to be|need to be|is|are|must also be|must have a) [globally|also|always] unique {Within} {{within:4}} (, |$)", s => Known(s) is { } cols ? new NoTwo(cols, s["within"], true) : null),
        new("{cols*} (must be|has to be|have to be|should be|needs to be|need to be|must also be) [globally|also|always] unique (, |$)", s => Known(s) is { } cols ? new NoTwo(cols, "", true) : null),
        new("^ {cols:3} (is|are) unique $", s => Known(s) is { } cols ? new NoTwo(cols, "", true) : null),
        new("^ [a|an|the|another|any|no] [other] {thing:3} (with|having) (this|that|the same|same|the given|an identical) {cols:4} (must not|may not|cannot|must|may|can) [already] exist $", s => Two(s.List("cols")).Must),
        new($"^ [the] same {{cols:3}} (can|may) be {{act:1}} [only] once {Within} [a|an|the|one|each|every] {{within:3}} $", s => new NoTwo(s.List("cols"), s["within"], true)),
        new("^ [a|an|each|every|one|the] {who:2} (can|may) {act:1} [a|an|the|each|any|every|one] {thing:2} [only|at most] once $", s => Once(s)),
        new("^ [a|an|each|every|one|the] {who:2} (can|may) only {act:1} [a|an|the|each|any|every|one] {thing:2} once $", s => Once(s)),
        new("no two {things:3} (may|can|should|must) (have|share|use) the same {cols:4} $", s => new NoTwo(s.List("cols"), "", true)),
        new($"{{cols:4}} {Phrases.Cannot} [already] (be used|exist|be taken|be in use|be used by another|be duplicated) [already|before|twice] $", s => new NoTwo([s["cols"]], "", true)),
        new($"^ (where|if|when) [a|an|the] {{cols:4}} is (given|sent|supplied|provided|present) [,] [it] {Phrases.Cannot} [already] belong to (another|a different|any other) {{of:2}} (, |$)", s => Others(s)?.Must),
        new($"^ {{cols:4}} {Phrases.Cannot} [already] belong to (another|a different|any other) {{of:2}} (, |$)", s => Others(s)?.Must),
        new($"^ {{cols:4}} {Phrases.Cannot} [already] have (a|an|another) {{of:2}} [already] (, |$)", s => Others(s)?.Must),
        new($"^ {{cols:4}} {Phrases.Must} be unused (, |$)", s => Named(s["cols"]) ? Two([s["cols"]]).Must : null),
        new($"{{cols:4}} must not [already] (exist|be used|be taken|be in use) $", s => new NoTwo([s["cols"]], "", true)),
    ];

    /// <summary>A value that is unique by the description of its parameter: "A unique slug for the page."</summary>
    public static readonly Form[] OfParameters =
    [
        new("^ [a|an|the] unique (name|slug|code|key|title|label|handle|email|username|reference|alias|sku) (for|of|within|in|,|$)", _ => new NoTwo(["it"], "", true)),
    ];

    /// <summary>"A ticket can be refunded once" tells how often an act is done, and not of a pair.</summary>
    private static NoTwo? Once(Slots s) => s["act"] is "be" or "only" ? null : new([s["who"], s["thing"]], "", true);

    /// <summary>"The customer has reviewed this book already" is said of the pair; "the order has shipped" of a state.</summary>
    private static NoTwo? Again(Slots s) => StateWords.IsParticiple(s["done"]) && s["done"] is not "been" ? new NoTwo([s["who"], s["thing"]], "", false) : null;

    /// <summary>"The phone number belongs to another member" is said of a value that members have; "the card belongs to another member" of a thing.</summary>
    private static NoTwo? Others(Slots s) => Named(s["cols"]) && s["cols"].Split(' ')[^1] is not ("id" or "identifier") ? Two([s["cols"]]) with { Of = s["of"] } : null;

    private static NoTwo Two(IReadOnlyList<string> columns) => new([.. columns.Select(c => c.Replace("the ", "", StringComparison.Ordinal))], "", false);

    private static IReadOnlyList<string>? Known(Slots s) => s.List("cols") is { Count: > 0 } list && list.All(c => c.Split(' ').Length <= 4)
        ? [.. list.Select(Bare)] : null;

    private static string Bare(string words) => words.StartsWith("the ", StringComparison.Ordinal) ? words[4..] : words;

    /// <summary>Whether the words name a value and not a thing that is in use: names, codes, e-mails.</summary>
    private static bool Named(string words) => words.Split(' ')[^1] is "name" or "username" or "email" or "address" or "code" or "number" or "id" or "slug" or "title"
        or "key" or "login" or "phone" or "handle" or "alias" or "sku" or "identifier" or "label" or "tag" or "domain" or "nickname" or "reference" or "barcode"
        or "plate" or "licence" or "license" or "isbn";
}
