using AgentScaler.Language;
using AgentScaler.Materialization.Conventions;
using AgentScaler.Materialization.Effects;

namespace AgentScaler.Materialization.Sentences.Binding;

/// <summary>Finds the rows that take a thing at the time that a call asks for: the same moment, or a period that overlaps.</summary>
internal static class Slot
{
    private static readonly HashSet<string> Begins = new(StringComparer.Ordinal) { "arrival", "from", "start", "starts", "begin", "begins", "checkin", "pickup", "first" };
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "departure", "to", "end", "ends", "until", "finish", "finishes", "checkout", "last" };

    /// <summary>Those who take a thing, and are not what is taken, where nothing says what is.</summary>
    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "user", "customer", "member", "guest", "patient", "client", "person", "resident", "tenant", "student", "pupil", "visitor", "passenger", "participant",
    };

    /// <summary>The rows; null where the tables and the call do not tell them.</summary>
    public static ChildRows? Of(EffectDraft draft, Reach reach, OneAtATime meaning)
    {
        var taken = !reach.Makes ? null : Drafts.References(draft).Where(r => Nouns.IsRowOf(r.Table, meaning.Owner) && r.Binding.Parameter.Required)
            .OrderBy(r => People.Contains(r.Table.Singular.Split('_')[^1]) ? 1 : 0).FirstOrDefault();
        if (taken is null || Limits(draft) is not { Count: > 0 } limits)
        {
            return null;
        }

        var rows = new ChildRows(draft.Table, taken.Binding.Column, taken.Row) { Limits = limits };
        return Roles.Status(draft.Table) is { } status && meaning.States.SelectMany(s => Nouns.States(status, s)).ToList() is { Count: > 0 } named
            ? rows with { Column = status, Among = named } : Roles.Open(rows);
    }

    /// <summary>The argument at which something begins or ends, where a phrase says no more than that.</summary>
    public static ToolParameter? End(IReadOnlyList<ToolParameter> times, string phrase) => End(phrase) is not { } ends ? null
        : times.FirstOrDefault(p => p.Words.Any((ends ? Ends : Begins).Contains));

    /// <summary>Whether a phrase names the end or the beginning of a period; null where it names neither.</summary>
    private static bool? End(string phrase) => phrase is "start" or "first day" or "start date" or "first night" or "start time" or "beginning" or "begin" or "arrival" ? false
        : phrase is "end" or "last day" or "end date" or "last night" or "end time" or "departure" ? true : null;

    private static List<RowLimit> Limits(EffectDraft draft)
    {
        var times = draft.Assignments.Where(a => a.Parameter is { Required: true, Node.Nullable: false } && IsTime(a.Column)).ToList();
        var (begin, end) = (times.Find(a => a.Column.Words.Any(Begins.Contains)), times.Find(a => a.Column.Words.Any(Ends.Contains)));
        return begin is not null && end is not null
            ? [new RowLimit(begin.Column, Comparison.Less, end.Parameter), new RowLimit(end.Column, Comparison.Greater, begin.Parameter)]
            : [.. times.Select(t => new RowLimit(t.Column, Comparison.Equal, t.Parameter))];
    }

    private static bool IsTime(ColumnModel column) => column is { Textual: true, Enum: null, References: null }
        && (column.Semantic is "date" or "datetime" or "time" || Semantics.IsInstant(column.Words)
            || column.Words.Any(Begins.Contains) || column.Words.Any(Ends.Contains));
}
