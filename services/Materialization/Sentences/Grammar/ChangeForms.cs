namespace AgentScaler.Materialization.Sentences.Grammar;

/// <summary>What a part of a sentence says that a call does: numbers, values, other rows.</summary>
internal static class ChangeForms
{
    private const string Lower = "(lowers|lower|decreases|decrease|reduces|reduce|decrements|decrement|diminishes)";
    private const string Raise = "(raises|raise|increases|increase|increments|increment)";
    private const string Lead = "^ [and|then|also|it|this|the call|automatically|the system|the tool|this will|will|it will|this also|it also|which|the operation|this operation|this action]";

    public static readonly Form[] All =
    [
        new("^ each {things:2} is counted $", s => new Adjusts(Language.Words.Plural(s["things"]), 1, "1")),
        new("^ [the] {from:5} becomes (the|its) {to:6} $", s => StateWords.Are(s["to"]) ? null : new Copies(s["from"], s["to"])),
        new("^ (and|also|then) becomes (the|its) {to:6} $", s => new Copies("", s["to"])),
        new("^ becomes (the|its) {to:6} $", s => new Copies("", s["to"])),
        new($"{Lead} [also|automatically] {Lower} [the number of|the amount of|the] {{col:5}} by {{by:5}} $", s => new Adjusts(s["col"], -1, Amount(s["by"]))),
        new($"{Lead} [also|automatically] {Raise} [the number of|the amount of|the] {{col:5}} by {{by:5}} $", s => new Adjusts(s["col"], 1, Amount(s["by"]))),
        new($"{Lead} [also|automatically] {Lower} [the number of|the amount of|the] {{col:5}} $", s => new Adjusts(s["col"], -1, "")),
        new($"{Lead} [also|automatically] {Raise} [the number of|the amount of|the] {{col:5}} $", s => new Adjusts(s["col"], 1, "")),
        new($"^ [the] [number of|amount of] {{col:5}} (is|are|will be|gets) [then|automatically] (lowered|decreased|reduced|decremented|diminished) [by {{by:5}}] $", s => new Adjusts(s["col"], -1, Amount(s["by"]))),
        new($"^ [the] [number of|amount of] {{col:5}} (is|are|will be|gets) [then|automatically] (raised|increased|incremented) [by {{by:5}}] $", s => new Adjusts(s["col"], 1, Amount(s["by"]))),
        new("^ [the] {col:7} (goes up|rises|grows|go up|rise|grow) [by {by:5}] $", s => new Adjusts(s["col"], 1, Amount(s["by"]))),
        new("^ [the] {col:7} (goes down|falls|shrinks|sinks|drops|go down|fall) [by {by:5}] $", s => new Adjusts(s["col"], -1, Amount(s["by"]))),
        new("^ {n#} (less|fewer) {col:3} (is|are) {left:1} $", s => new Adjusts($"{s["left"]} {s["col"]}", -1, One(s))),
        new("^ {n#} more {col:3} (is|are) {left:1} $", s => new Adjusts($"{s["left"]} {s["col"]}", 1, One(s))),
        new($"{Lead} [also] (adds|add|credits|credit|returns|return) {{by:4}} [back] to {{col:4}} $", s => Number(s["col"]) ? new Adjusts(s["col"], 1, s["by"]) : null),
        new("^ {by:4} (is|are|will be) (added|credited|returned|put back|paid back|refunded) [back] (to|into|onto) {col:4} $", s => Number(s["col"]) ? new Adjusts(s["col"], 1, s["by"]) : null),
        new("^ {by:4} (goes|go|is put|are put|comes|come|are put back|is put back|is returned|are returned) [back] (to|into|in) {col:3} $", s => Number(s["col"]) ? new Adjusts(s["col"], 1, s["by"]) : null),
        new($"{Lead} [also] (deducts|deduct|subtracts|subtract|takes|take|withdraws|withdraw|debits|debit) {{by:4}} from {{col:4}} $", s => Number(s["col"]) ? new Adjusts(s["col"], -1, s["by"]) : null),
        new("^ {by:4} (is|are|will be) (deducted|subtracted|taken|withdrawn|debited) from {col:4} $", s => Number(s["col"]) ? new Adjusts(s["col"], -1, s["by"]) : null),
        new("^ {col:3} (becomes|become|is|are) free [again] $", s => Language.Words.IsPlural(s["col"].Split(' ')[^1]) ? new Adjusts($"free {s["col"]}", 1, "") : null),
        new($"{Lead} [also] (frees|free|frees up|releases) {{col:3}} $", s => Language.Words.IsPlural(s["col"].Split(' ')[^1]) ? new Adjusts($"free {s["col"]}", 1, "") : null),
        new("^ [a] fee of {n#} [is|will be] charged", s => new Adjusts("balance", -1, s["n"])),
        new("^ {by:4} (is|will be) charged to {col:4} $", s => new Adjusts(s["col"], -1, s["by"])),
        new($"{Lead} [also] (refunds|refund) {{by:4}} to {{col:4}} $", s => new Adjusts(s["col"], 1, s["by"])),
        new($"{Lead} [also] (charges|charge) {{by:4}} to {{col:4}} $", s => new Adjusts(s["col"], -1, s["by"])),

        new($"{Lead} [also] (deletes|removes|delete|remove) [all] {{x:3}} (and|together with|along with|including|as well as) [all] [of] (its|their|the) [associated|related|child] {{things:3}} $", s => new DeletesToo(s["things"])),
        new($"{Lead} also (deletes|removes|delete|remove) [all] [of] [its|their|the] [associated|related|child] {{things:5}} $", s => new DeletesToo(s["things"])),
        new("^ [all] [of] [its|their|the|any] [associated|related|child] {things:6} (are|will be|is|will) (also|then) be (deleted|removed) $", s => new DeletesToo(s["things"])),
        new("^ [all] [of] [its|their|the|any] [associated|related|child] {things:6} (are|will be|is) [also|then|automatically] (deleted|removed) [as well|too|also|with it|along with it] $", s => new DeletesToo(s["things"])),
        new("^ [all] [its|their|the|any] {things:5} (are|is|will be|remain|stay|remains) (kept|preserved|retained|untouched|unaffected|unchanged|not deleted|not removed|not affected)", s => new Keeps(s["things"])),
        new("^ {things:5} will not be (deleted|removed|affected)", s => new Keeps(s["things"])),
        new($"{Lead} (does not|will not) (delete|remove|affect) {{things:5}} $", s => new Keeps(s["things"])),

        new($"{Lead} [also] (stamps|stamp|records|record|notes|note|stores|saves) {{col:5}} $", s => Moment(s["col"]) ? new Stamps(s["col"]) : Row(s["col"]) ? new Adds(s["col"], "") : null),
        new("^ {col:5} (is|are|will be) [also|then] (recorded|stamped|noted|logged) $", s => Moment(s["col"]) ? new Stamps(s["col"]) : Row(s["col"]) ? new Adds(s["col"], "") : null),
        new($"{Lead} [also] (sets|set) {{col:5}} to (now|the current time|the current date|today|the current timestamp|the time of the call) $", s => new Stamps(s["col"])),
        new("^ {col:5} (is|will be) set to (now|the current time|the current date|today|the current timestamp) $", s => new Stamps(s["col"])),
        new($"{Lead} [also|automatically] (adds|add|appends|append|writes|write|creates|create|inserts) [a|an] [new] {{thing:3}} (to|into|in) [the] (history|audit log|log|audit trail|activity log|timeline|journal|ledger|{{to:2}} log|{{to:2}} history) $", s => new Adds(s["thing"], s["to"].Length > 0 ? s["to"] : "history")),
        new("^ [a|an] [new] {thing:3} (is|are|will be) [also|then|automatically] (written|added|appended) (to|into|in) {to:4} $", s => new Adds(s["thing"], s["to"])),
        new("^ [a|an] {thing:3} (is|are|will be) [also|then|automatically] (sent|emailed|dispatched) to {to:4} $", s => new Adds(s["thing"], s["to"])),
        new("^ [a|an] {thing:3} (is|are|will be) [also|then|automatically] (sent|emailed|dispatched) $", s => new Adds(s["thing"], "")),
        new($"{Lead} [also|automatically] (sends|send) [a|an|the] {{thing:3}} to {{to:4}} $", s => new Adds(s["thing"], s["to"])),
        new($"{Lead} (also|automatically) (sends|send|creates|create|opens|generates|issues) [a|an|the] [new] {{thing:3}} $", s => new Adds(s["thing"], "")),
        new("^ [the] {to:4} (is|are|will be|gets) [also|then|automatically] (notified|informed|alerted|emailed) ", s => new Adds("notification", s["to"])),
        new($"{Lead} [also|automatically] (notifies|notify|informs|inform|alerts) {{to:4}} $", s => new Adds("notification", s["to"])),
        new("^ [a|an|the] [new] {thing:3} (is|are|will be) (also|then|automatically) (created|issued|opened|generated) ", s => Row(s["thing"]) ? new Adds(s["thing"], "") : null),
        new("^ [a|an|the] [new] {thing:3} (is|are|will be) (created|issued|opened|generated) automatically", s => new Adds(s["thing"], "")),
        new("^ [the] {thing:3} (is|are|will be) [also|then|automatically] removed from {from:4} $", s => new TakesOut(s["thing"], s["from"])),
        new($"{Lead} [also] (removes|remove) {{thing:3}} from (all|every) {{from:3}} $", s => new TakesOut(s["thing"], s["from"])),

        .. ValueForms.All,
    ];

    private static string One(Slots s) => s.Number("n").ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Amount(string by) => by switch
    {
        "one" => "1",
        "two" => "2",
        _ => by,
    };

    private static bool Number(string words) => words.Split(' ')[^1] is "balance" or "stock" or "inventory" or "points" or "credit" or "credits" or "total" or "count"
        or "wallet" or "account" or "quantity" or "funds" or "pool" or "budget" or "price" or "amount" or "allowance" or "capacity";

    private static bool Moment(string words) => words.Split(' ') is var all && (all[0] is "time" or "date" or "moment" or "timestamp" || all[^1] is "date" or "time" or "timestamp");

    private static bool Row(string words) => words.Split(' ') is { Length: <= 3 } all && all[^1] is "payment" or "entry" or "event" or "message" or "invoice" or "transaction"
        or "notification" or "receipt" or "ticket" or "task" or "record" or "log" or "history" or "booking" or "order" or "charge" or "refund" or "shipment"
        or "membership" or "account" or "email" or "confirmation" or "movement" or "session" or "reservation" or "subscription" or "cart" or "note";
}
