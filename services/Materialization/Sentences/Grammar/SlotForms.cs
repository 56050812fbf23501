namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>A thing is taken by one at a time: "a room can be reserved only once for a night", "the table is already reserved at that date and time".</summary>
internal static class SlotForms
{
    private const string Taken = "(taken|booked|reserved|occupied|busy|rented|hired|unavailable)";
    private const string That = "[a|any|the|that|this|those|these|the same|the given|the requested|each|every|one|its|all]";

    public static readonly Form[] Clauses =
    [
        new($"^ {{owner:3}} (is|are|has been|was) [already] {Taken} [already] (at|for|on|in|during) {That} {{time:4}} $", s => Of(s, [], false)),
        new($"^ {{owner:3}} [already] has [already] [a|an|another|one] [{{states:1}}] {{items:1}} (at|on|for|during) {That} {{time:4}} $", s => Of(s, States(s), false)),
    ];

    public static readonly Form[] Whole =
    [
        new($"^ {{owner:3}} (can|may) [only] be {Taken} [only] once (for|at|on|in|per|during) {That} {{time:4}} $", s => Of(s, [], true)),
        new($"^ {{owner:3}} (can|may) [only] have [only|at most] one [{{states:1}}] {{items:2}} (at|on|for|per|during) {That} {{time:4}} $", s => Of(s, States(s), true)),
        new($"^ {{owner:3}} {Phrases.Cannot} be {Taken} twice (for|at|on|in|during) {That} {{time:4}} $", s => Of(s, [], true)),
        new($"^ {{owner:3}} {Phrases.Cannot} have two [{{states:1}}] {{items:2}} (at|on|for|during) {That} {{time:4}} $", s => Of(s, States(s), true)),
    ];

    private static readonly HashSet<string> Times = new(StringComparer.Ordinal)
    {
        "time", "date", "night", "nights", "day", "days", "period", "dates", "slot", "times", "hour", "moment", "interval", "range",
    };

    private static OneAtATime? Of(Slots s, IReadOnlyList<string> states, bool demanded) =>
        s["time"].Split(" and ").All(part => part.Split(' ').Any(Times.Contains)) ? new OneAtATime(s["owner"], states, s["time"], demanded) : null;

    private static IReadOnlyList<string> States(Slots s) => s["states"] is { Length: > 0 } state && StateWords.Are(state) ? [StateWords.Bare(state)] : [];
}
