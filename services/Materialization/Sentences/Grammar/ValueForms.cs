namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>Something gets a value: "sets the status to shipped", "becomes available again", "is marked as paid".</summary>
internal static class ValueForms
{
    private const string Status = "(status|state|phase|stage)";
    private const string Lead = "^ [and|then|also|it|this|the call|automatically|this will|will|it will|this also|it also|which|the operation|this operation|this action]";

    private static readonly HashSet<string> Ended = new(StringComparer.Ordinal)
    {
        "released", "locked", "unlocked", "archived", "closed", "cancelled", "activated", "deactivated", "disabled", "enabled", "suspended", "reopened", "frozen",
        "published", "unpublished", "completed", "approved", "reserved", "occupied", "blocked", "withdrawn", "declined", "rejected", "revoked", "paused", "unassigned",
    };

    public static readonly Form[] All =
    [
        new($"{Lead} [also] (sets|set|changes|change|updates|update|switches|resets|reset) [the|its|their] {Status} of {{thing:4}} (to|as) {{value:3}} (, |$|when |if )", s => Becomes(s["thing"], "status", s["value"])),
        new($"{Lead} [also] (sets|set|changes|change|updates|update|switches|resets|reset) [the|its|their] {Status} [back] (to|as) {{value:3}} (, |$|when |if )", s => Becomes("it", "status", s["value"])),
        new($"{Lead} [also] (sets|set|changes|change|resets|reset) [the|its|their] {{thing:3}} {Status} [back] (to|as) {{value:3}} (, |$|when |if )", s => Becomes(s["thing"], "status", s["value"])),
        new($"^ [the] {{thing:3}} {Status} (is|are|will be|gets) [then|also|automatically] (set|changed|updated|reset|switched) [back] to {{value:3}} (, |$|when |if )", s => Becomes(s["thing"], "status", s["value"])),
        new($"^ [the|its|their] {Status} [of {{thing:3}}] (is|are|will be|gets) [then|also|automatically] (set|changed|updated|reset|switched) [back] to {{value:3}} (, |$|when |if )", s => Becomes(s["thing"].Length == 0 ? "it" : s["thing"], "status", s["value"])),
        new($"^ [the|its|their] {Status} (changes|becomes|turns|goes|switches) [back] [to] {{value:3}} (, |$|when |if )", s => Becomes("it", "status", s["value"])),
        new($"^ [the] {{thing:3}} {Status} (changes|becomes|turns|goes|switches) [back] [to] {{value:3}} (, |$|when |if )", s => Becomes(s["thing"], "status", s["value"])),
        new($"^ [new|a new|the new] {{thing:2}} (are|is) created (with|in) [the|a] {Status} [of] {{value:2}} $", s => Becomes(s["thing"], "status", s["value"])),
        new("^ [the|a] [new] {thing:3} (starts|start|begins|begin) [out] as [a|an] {value:2} $", s => Becomes(s["thing"], "", s["value"])),
        new("^ [the|its] {col:3} (is|are|will be) reset to {value:2} $", s => Becomes("it", s["col"], s["value"])),
        new("^ [the] {thing:3} (becomes|become) {value:2} [again] $", s => StateWords.Are(s["value"]) ? Becomes(s["thing"], "", s["value"]) : null),
        new("^ [the|its|their] {thing:3} (goes|go) [straight] [back] to {value:2} $", s => StateWords.Are(s["value"]) ? Becomes(s["thing"], "", s["value"]) : null),
        new("^ [the|its|their] {thing:3} (goes|go) {value:2} $", s => s["value"].Split(' ') is ["on" or "in", _] ? Becomes(s["thing"], "", s["value"]) : null),
        new("^ [the|its|their] {col:3} (is|are|will be) [then|also] (cleared|emptied|set to null) $", s => new Becomes("it", s["col"], "null")),
        new("^ [the] {thing:3} (is|are|will be) [then|again|also] available [again] $", s => Becomes(s["thing"], "", "available")),
        new("^ [the] {thing:4} (is|are|will be|gets) [then|also|automatically] (marked|flagged|set) as {value:3} $", s => Becomes(s["thing"], "", s["value"])),
        new("^ [the] {thing:4} (being|is|are|will be) (marked|flagged) as {value:3} $", s => Becomes(s["thing"], "", s["value"])),
        new($"{Lead} [also] (marks|mark|flags|flag) {{thing:4}} as {{value:3}} $", s => Becomes(s["thing"], "", s["value"])),
        new($"{Lead} [also] (moves|move|returns|sets|puts|resets|reverts) {{thing:3}} [back] to {{value:2}} $", s => StateWords.Are(s["value"]) ? Becomes(s["thing"], "", s["value"]) : null),
        new($"{Lead} [also] (puts|put) {{thing:3}} {{prep:1}} {{value:1}} $", s => Becomes(s["thing"], "", $"{s["prep"]} {s["value"]}")),
        new("^ [the] {thing:5} (is|are|will be) [then|also] {value:1} $", s => Ended.Contains(s["value"]) ? Becomes(s["thing"], "", s["value"]) : null),
    ];

    /// <summary>Any act that brings something to a value: "reset a member's level to novice". They hold only where a column knows the value.</summary>
    public static readonly Form[] OfGoals =
    [
        new("^ {act:1} {thing:8} [back] (to|as|into) [the status|the state|the status of] {value:3} [again] (, |$|when |if |for |and |so |until |once |after )", s => new Becomes(s["thing"], "", StateWords.Bare(s["value"]))),
        new("^ {thing:6} becomes {value:3} [again] (, |$|when |if |for |and |so |until |once |after )", s => new Becomes(s["thing"], "", StateWords.Bare(s["value"]))),
    ];

    private static Becomes? Becomes(string thing, string column, string value)
    {
        var bare = StateWords.Bare(value);
        return bare.Length == 0 || bare is "value" or "new" or "what" or "another" or "the new" ? null
            : new Becomes(thing, column, bare);
    }
}
