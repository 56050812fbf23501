using AgentScaler.Environments.Programs;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Finds how a row stands where its columns do not name the state: by words that mean the same, and by the dates that make a row overdue or
/// begun.</summary>
internal sealed class StandingRule(string act, ErrorCode code)
{
    /// <summary>Words for one and the same state of a thing.</summary>
    private static readonly string[][] Same =
    [
        ["available", "free", "vacant", "idle", "unoccupied", "in stock", "ready"],
        ["occupied", "taken", "in use", "busy", "booked", "reserved", "held"],
        ["cancelled", "called off", "off", "void", "voided"],
        ["closed", "over", "ended", "finished", "concluded", "completed", "done"],
        ["out", "on hire", "on loan", "rented", "lent", "borrowed", "checked out", "hired", "loaned", "on rent", "with customer", "issued"],
        ["blocked", "frozen", "suspended", "locked", "barred", "banned", "disabled", "deactivated", "inactive", "on hold"],
        ["retired", "withdrawn", "decommissioned", "archived", "scrapped", "discontinued"],
        ["active", "live", "enabled", "in force", "running", "open"],
        ["open", "open for booking", "accepting", "on sale", "bookable"],
        ["paid", "settled", "paid up"],
        ["started", "begun", "running", "in progress", "under way", "ongoing"],
        ["returned", "brought back", "back"],
        ["in service", "in workshop", "under repair", "in repair", "in maintenance", "maintenance", "out of service", "out of order"],
    ];

    private static readonly HashSet<string> Unavailable = new(StringComparer.Ordinal) { "unavailable", "busy", "taken", "occupied", "not free", "in use", "engaged" };

    /// <summary>The words of columns whose date brings a row into a state.</summary>
    private static readonly Dictionary<string, string[]> Dates = new(StringComparer.Ordinal)
    {
        ["overdue"] = ["due"],
        ["expired"] = ["expires", "expiry", "expiration", "expire", "until"],
        ["lapsed"] = ["expires", "expiry", "until"],
        ["started"] = ["starts", "start", "begins", "departure", "departs"],
        ["begun"] = ["starts", "start", "begins", "departure", "departs"],
        ["departed"] = ["departure", "departs"],
        ["ended"] = ["ends", "end", "until"],
        ["over"] = ["ends", "end", "until"],
        ["past"] = ["ends", "end", "starts", "start", "date"],
    };

    /// <summary>What the row's status says in other words, or its dates.</summary>
    public Precondition? Of(RowAddress row, InState meaning) => Said(row, meaning) ?? Dated(row, meaning);

    /// <summary>A row that the call is about without the sentence naming it: "the night is off", or a status that is named as if it were a thing.</summary>
    public Precondition? Elsewhere(Reach reach, InState meaning)
    {
        var rows = reach.Rows.Where(r => !(r.IsMain && reach.Makes)).ToList();
        return Phase(rows, meaning) ?? (rows.Exists(r => Nouns.IsRowOf(r.Table, meaning.Thing)) || meaning.Thing is "user" or "caller" ? null
            : rows.Select(r => Status(r) is { } status ? In(r, status, meaning, exact: true) : null).OfType<Precondition>().ToList() is [var only]
            ? only : null);
    }

    /// <summary>"Registration is closed": the row is no longer in the status that is called registration.</summary>
    private Precondition? Phase(List<RowAddress> rows, InState meaning)
    {
        var open = meaning.States is ["open" or "running" or "active"];
        if (!open && meaning.States is not ["closed" or "over" or "ended" or "finished"])
        {
            return null;
        }

        foreach (var row in rows)
        {
            if (Status(row) is { } status && Nouns.State(status, meaning.Thing.Split(' ')[^1]) is { } phase)
            {
                List<Value> allowed = [.. status.Enum!.Where(v => (v == phase) == (open == meaning.Demanded))];
                return new StatusIn(row, status, allowed, act);
            }
        }

        return null;
    }

    private static ColumnModel? Status(RowAddress row) => Roles.Status(row.Table);

    private Precondition? Said(RowAddress row, InState meaning) => Status(row) is { } status
        ? In(row, status, meaning, exact: false) ?? Busy(row, status, meaning) : null;

    private StatusIn? In(RowAddress row, ColumnModel status, InState meaning, bool exact)
    {
        var named = meaning.States.Select(s => Nouns.State(status, s) ?? Nouns.State(status, Inner(s)) ?? Nouns.State(status, s.Split(" for ")[0])
            ?? (exact ? null : Synonym(status, s))).ToList();
        if (named.Exists(n => n is null))
        {
            return null;
        }

        List<Value> allowed = [.. status.Enum!.Where(v => named.Contains(v) == meaning.Demanded)];
        return allowed.Count > 0 && allowed.Count < status.Enum!.Count ? new StatusIn(row, status, allowed, act) : null;
    }

    /// <summary>"unavailable" and "busy" are whatever is not free.</summary>
    private StatusIn? Busy(RowAddress row, ColumnModel status, InState meaning) => meaning.States is [var state] && Unavailable.Contains(state)
        && Synonym(status, "available") is { } free ? new StatusIn(row, status, [.. status.Enum!.Where(v => (v == free) != meaning.Demanded)], act) : null;

    /// <summary>"in draft" is draft.</summary>
    private static string Inner(string state) => state.Split(' ') is ["in" or "on" or "at" or "under" or "out", .. var rest] && rest.Length > 0
        ? string.Join(' ', rest) : state;

    private static Value? Synonym(ColumnModel status, string state)
    {
        foreach (var group in Same.Where(g => g.Contains(state)))
        {
            if (group.Select(w => Nouns.State(status, w)).OfType<Value>().Distinct().ToList() is [var only])
            {
                return only;
            }
        }

        return null;
    }

    private Compares? Dated(RowAddress row, InState meaning)
    {
        if (meaning.States is not [var state] || !Dates.TryGetValue(state, out var words)
            || row.Table.Columns.Where(c => c is { Textual: true, Enum: null, References: null } && IsDate(c)
            && c.Words.Any(words.Contains)).ToList() is not [var date])
        {
            return null;
        }

        var clock = new ClockTerm(date.Semantic == "date");
        return new Compares(clock, meaning.Demanded ? Comparison.Greater : Comparison.AtMost, new CellTerm(row, date)) { Refusal = code };
    }

    private static bool IsDate(ColumnModel column) => column.Semantic is "date" or "datetime" || Semantics.IsInstant(column.Words);
}
