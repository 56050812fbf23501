namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>One time stands before another: "not in the past", "up to 24 hours before departure", "the end must be after the start".</summary>
internal static class TimeForms
{
    private const string Unit = "{unit:1}";

    public static readonly Form[] Clauses =
    [
        new("{x:4} (is|are|lies|be) in the past $", s => new IsBefore("now", s["x"], 0, true, false)),
        new("{x:4} (is|are|lies|be) not in the past $", s => new IsBefore("now", s["x"], 0, true, true)),
        new("{x:4} (is|are|lies|be) in the future $", s => new IsBefore("now", s["x"], 0, false, true)),
        new("{x:4} (is|are|lies|be) not in the future $", s => new IsBefore("now", s["x"], 0, false, false)),
        new("(less than|fewer than) {n#} " + Unit + " (before|prior to|ahead of) {b:4} $", s => Ahead(s, false)),
        new("(at least|more than) {n#} " + Unit + " (before|prior to|ahead of) {b:4} $", s => Ahead(s, true)),
        new("{b:3} (has|have) [already] (passed|elapsed|gone by) $", s => new IsBefore("now", s["b"], 0, true, false)),
        new("{a:4} (is|are|be|comes|lies|occurs) (after|later than|greater than) {b:4} $", s => Dated(s["b"], s["a"]) ? new IsBefore(s["b"], s["a"], 0, false, true) : null),
        new("{a:4} (is|are|be|comes|lies|occurs) (before|earlier than|prior to) {b:4} $", s => Dated(s["a"], s["b"]) ? new IsBefore(s["a"], s["b"], 0, false, true) : null),
        new("{a:4} (is|are|be|comes|lies|occurs) [on or] (not before|not earlier than|on or after|at or after) {b:4} $", s => new IsBefore(s["b"], s["a"], 0, true, true)),
        new("{a:4} (is|are|be|comes|lies|occurs) (not after|not later than|on or before|at or before|no later than) {b:4} $", s => new IsBefore(s["a"], s["b"], 0, true, true)),
        new("^ [it is] (after|past) {b:4} $", s => Moment(s["b"]) ? new IsBefore("now", s["b"], 0, true, false) : null),
        new("^ [it is] before {b:4} $", s => Moment(s["b"]) ? new IsBefore("now", s["b"], 0, true, true) : null),
    ];

    public static readonly Form[] Whole =
    [
        new($"^ {{a:3}} {Phrases.Cannot} (be|get) (turned back|set back|lowered|decreased|reduced|moved back|rolled back) $", s => new IsBefore($"current {s["a"]}", $"new {s["a"]}", 0, true, true)),
        new($"^ {{t:3}} {Phrases.Must} (end|finish|stop) after [it|they] (starts|start|begins|begin|started) $", _ => new IsBefore("start", "end", 0, false, true)),
        new($"^ {{t:3}} {Phrases.Cannot} (end|finish|stop) before [it|they] (starts|start|begins|begin) $", _ => new IsBefore("start", "end", 0, true, true)),
        new($"^ {{t:3}} {Phrases.Must} (start|begin) before [it|they] (ends|end|finishes|finish) $", _ => new IsBefore("start", "end", 0, false, true)),
        new("(up to|until|no later than|at least|at the latest|not later than|at latest|up until) {n#} " + Unit + " (before|prior to|ahead of) {b:4} $", s => Ahead(s, true)),
        new($"(can|may|must) [only] be {{act:1}} (before|until|up to) {{b:4}} $", s => Moment(s["b"]) ? new IsBefore("now", s["b"], 0, false, true) : null),
        new("within {n#} " + Unit + " (of|after|from|following) {b:4} $", s => Hours(s) is { } hours ? new IsBefore(s["b"], "now", -hours, true, true) : null),
        new($"{{x:4}} {Phrases.Cannot} (be|lie) in the past", s => new IsBefore("now", s["x"], 0, true, true)),
        new($"{{x:4}} {Phrases.Cannot} (be|lie) in the future", s => new IsBefore(s["x"], "now", 0, true, true)),
        new("{x:4} must (be|lie) in the future", s => new IsBefore("now", s["x"], 0, false, true)),
        new("{x:4} must (be|lie) in the past", s => new IsBefore(s["x"], "now", 0, false, true)),
        new($"{{a:4}} {Phrases.Must} (be|come|lie|occur) [strictly] (after|later than|greater than) {{b:4}} $", s => Dated(s["a"], s["b"]) ? new IsBefore(s["b"], s["a"], 0, false, true) : null),
        new($"{{a:4}} {Phrases.Must} (be|come|lie|occur) [strictly] (before|earlier than|prior to) {{b:4}} $", s => Dated(s["a"], s["b"]) ? new IsBefore(s["a"], s["b"], 0, false, true) : null),
        new($"{{a:4}} {Phrases.Cannot} (be|come|lie|occur) (before|earlier than|prior to) {{b:4}} $", s => Dated(s["a"], s["b"]) ? new IsBefore(s["b"], s["a"], 0, true, true) : null),
        new($"{{a:4}} {Phrases.Cannot} (be|come|lie|occur) (after|later than) {{b:4}} $", s => Dated(s["a"], s["b"]) ? new IsBefore(s["a"], s["b"], 0, true, true) : null),
    ];

    private static IsBefore? Ahead(Slots s, bool demanded) => Hours(s) is { } hours ? new IsBefore("now", s["b"], hours, true, demanded) : null;

    private static double? Hours(Slots s) => s["unit"].TrimEnd('s') switch
    {
        "minute" or "min" => s.Number("n") / 60,
        "hour" or "hr" => s.Number("n"),
        "day" => s.Number("n") * 24,
        "week" => s.Number("n") * 168,
        "month" => s.Number("n") * 720,
        _ => null,
    };

    private static bool Dated(string a, string b) => Moment(a) || Moment(b);

    private static bool Moment(string words) => words.Split(' ').Any(w => w is "date" or "time" or "start" or "end" or "departure" or "deadline" or "begin" or "expiry"
        or "expiration" or "due" or "from" or "until" or "to" or "today" or "now" or "arrival" or "visit" or "check" or "day" or "event" or "opening" or "closing"
        or "starts" or "ends" or "begins" or "sailing" or "delivery" or "birth" or "pickup" or "beginning" or "checkout" or "checkin" or "flight" or "datetime"
        or "since" or "till" or "appointment" or "renewal" or "at" or "on" or "old" or "current" or "previous"
        or "night");
}
