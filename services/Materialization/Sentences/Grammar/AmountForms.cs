namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>There is enough of something: "fewer seats are left than asked for", "insufficient balance", "exceeds the credit limit".</summary>
internal static class AmountForms
{
    private const string Left = "(left|remain|remaining|remains|available|free|in stock)";
    private const string Exceeds = "(exceeds|exceed|is greater than|is more than|are more than|is larger than|is higher than|is above|are greater than|surpasses|is over the|be greater than|be more than|be larger than|be higher than|be above)";
    private const string Below = "(is less than|is lower than|is smaller than|is below|are less than|are fewer than|does not cover|do not cover|is not sufficient for|be less than|be lower than|be below|be smaller than)";

    public static readonly Form[] Clauses =
    [
        new("^ {thing:3} (is|are) too small [for {need:5}] $", s => new Enough("capacity", s["need"], false)),
        new("^ {thing:3} (is|are) (large|big) enough for {need:6} $", s => new Enough("capacity", s["need"], true)),
        new($"(fewer|less) {{have:3}} (are|is) {Left} than {{need:5}} $", s => new Enough($"{s["have"]} left", s["need"], false)),
        new($"(fewer|less) {{have:3}} than {{need:5}} (are|is) {Left} $", s => new Enough($"{s["have"]} left", s["need"], false)),
        new($"(fewer|less) {{have:4}} than {{need:5}} $", s => new Enough(s["have"], s["need"], false)),
        new($"(not enough|not sufficient|no|no more|too few|insufficient|not have enough) {{have:3}} (are|is) {Left} [for|to] $", s => Short($"{s["have"]} left", "", true)),
        new($"(not enough|not sufficient|no|no more|too few|insufficient|not have enough|does not have any) {{have:3}} {{left:1}} $", s => s["left"] is "left" or "available" or "remaining" or "free" ? Short($"{s["have"]} {s["left"]}", "", true) : null),
        new($"(not enough|not sufficient|too few|insufficient|not have enough|not have sufficient|lacks enough|lacks sufficient|lack of|no sufficient) {{have:4}} (for|to cover|to pay for|to pay|to) {{need:4}} $", s => Short(s["have"], s["need"], false)),
        new($"(not enough|not sufficient|too few|insufficient|not have enough|not have sufficient|lacks enough|lacks sufficient|lack of|no sufficient) {{have:4}} $", s => Short(s["have"], "", false)),
        new("{have:3} (is|are) (insufficient|not sufficient|too low|not enough|too small) $", s => Short(s["have"], "", false)),
        new("(out of stock|sold out|not in stock|no stock)", _ => new Enough("stock", "", false)),
        new("[is|are] (fully booked|at capacity|at full capacity|overbooked|has no capacity|fully occupied)", _ => new Enough("capacity", "", false)),
        new("{thing:3} (is|are) [already] full $", _ => new Enough("capacity", "", false)),
        new("^ full $", _ => new Enough("capacity", "", false)),
        new("(is|are) [still] (in stock|on stock)", _ => new Enough("stock", "", true)),
        new($"{{need:4}} {Exceeds} {{have:8}} $", s => More(s["need"], s["have"])),
        new($"{{have:4}} {Below} {{need:4}} $", s => char.IsAsciiDigit(s["need"][0]) ? null : Short(s["have"], s["need"], false)),
        new("(enough|sufficient) {have:4} (for|to cover|to) {need:4} $", s => Has(s["have"], s["need"])),
        new("(enough|sufficient) {have:4} $", s => Has(s["have"], "")),
        new("{have:3} (cover|covers|suffices for|is sufficient for) {need:4} $", s => Has(s["have"], s["need"])),
        new("{have:3} (is|are) (enough|sufficient) $", s => Has(s["have"], "")),
    ];

    /// <summary>Sentences of their own.</summary>
    public static readonly Form[] Whole =
    [
        new("^ {thing:3} must be (large|big) enough for {need:6} $", s => new Enough("capacity", s["need"], true)),
        new($"{Phrases.Cannot} {{act:2}} more [{{x:1}}] than {{have:4}} $", s => new Enough(s["have"], "", true)),
        new($"{Phrases.Cannot} {{act:2}} more than {{have:4}} $", s => new Enough(s["have"], "", true)),
        new("^ up to {have:4} (can|may) be {act:1} $", s => new Enough(s["have"], "", true)),
        new("(needs|requires|need|require|must have) (sufficient|enough) {have:4} $", s => new Enough(s["have"], "", true)),
        new($"{{need:4}} {Phrases.Cannot} (exceed|be greater than|be more than|be larger than|be higher than|be above|surpass) {{have:8}} $", s => Within(s["need"], s["have"])),
        new("{need:4} must be (less than or equal to|at most|no more than|lower than or equal to|less than|covered by) {have:8} $", s => Within(s["need"], s["have"])),
    ];

    private static Enough? Short(string have, string need, bool named) => named
        ? new Enough(have, need, false)
        : Measured(have) ? new Enough(have, need, false) : null;

    private static Condition? Within(string need, string have) => More(need, have) is { } more ? more.Refused : null;

    private static Condition? More(string need, string have) =>
        have.Length > 0 && char.IsAsciiDigit(have[0]) ? have.Split(' ')[^1] is "ahead" or "away" or "advance" or "now" ? null : Bound(need, have)
        : have.Contains("character", StringComparison.Ordinal) ? null
        : new Enough(have, need, false);

    private static IsFit? Bound(string need, string have)
    {
        var figure = have.Split(' ')[0];
        var chars = have.Contains("char", StringComparison.Ordinal);
        return double.TryParse(figure, System.Globalization.CultureInfo.InvariantCulture, out var most)
            ? new IsFit(need, chars ? "short" : "bounded", null, most, false) : null;
    }

    private static Enough? Has(string have, string need) => Measured(have) ? new Enough(have, need, true) : null;

    /// <summary>Permissions, data and information are not counted.</summary>
    private static bool Measured(string have) =>
        !have.Split(' ').Any(w => w is "permission" or "permissions" or "privileges" or "privilege" or "rights" or "access" or "information" or "data" or "scope"
            or "authorization" or "detail" or "details" or "memory" or "time" or "parameters" or "role" or "context" or "authentication" or "credentials" or "scopes");
}
