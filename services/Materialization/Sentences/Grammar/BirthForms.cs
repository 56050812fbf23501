namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>What a new row holds: "a new guest has no stays yet", "its balance is 0", "it is available at once".</summary>
internal static class BirthForms
{
    private const string New = "[a|an|the|each|every] new";
    private const string Yet = "[yet|at first|at once|initially|by default|immediately]";

    public static readonly Form[] All =
    [
        new($"^ {New} {{thing:2}} has no {{col:3}} {Yet} $", s => new IsBorn(s["thing"], s["col"], "none")),
        new($"^ {New} {{thing:2}} (is|are) not {{state:2}} {Yet} $", s => StateWords.Are(s["state"]) ? new IsBorn(s["thing"], s["state"], "false") : null),
        new($"^ {New} {{thing:2}} (is|are) [created] {{state:2}} {Yet} $", s => StateWords.Are(s["state"]) ? new IsBorn(s["thing"], s["state"], "true") : null),
        new($"^ {New} {{thing:2}} (gets|receives|has) (a|an) [own] {{col:3}} [of its own|of their own] $", s => new IsBorn(s["thing"], s["col"], "made")),
        new($"^ (its|the|their) {{col:3}} (starts|start|begins) (at|with) {{n#}} $", s => new IsBorn("it", s["col"], Figure(s))),
        new($"^ {New} {{thing:2}} (is|are|has|have|starts|start) [created] (with|out with) (a|an) {{col:3}} of {{n#}} $", s => new IsBorn(s["thing"], s["col"], Figure(s))),
        new($"^ its {{col:3}} is {{n#}} {Yet} $", s => new IsBorn("it", s["col"], Figure(s))),
        new("^ it has no {col:2} unless one is (named|given|specified|provided|passed|chosen) $", s => new IsBorn("it", s["col"], "none")),
        new($"^ {New} {{thing:2}} is assigned to (nobody|no one|none) $", s => new IsBorn(s["thing"], "assignee", "none")),
        new($"^ (its|the) (status|state) is {{state:2}} {Yet} $", s => new IsBorn("it", s["state"], "true")),
        new("^ it is {state:2} (at once|immediately|from the start|at first|initially) $", s => StateWords.Are(s["state"]) ? new IsBorn("it", s["state"], "true") : null),
    ];

    private static string Figure(Slots s) => s.Number("n").ToString(System.Globalization.CultureInfo.InvariantCulture);
}
