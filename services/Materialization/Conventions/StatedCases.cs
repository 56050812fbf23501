using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Effects;
using AgentScaler.Materialization.Sentences.Formulas;

namespace AgentScaler.Materialization.Conventions;

/// <summary>
/// A table in the text gives a number for each value of a column: minutes that a row lasts by its kind, or the number that a column of it has. What begins at a
/// time and lasts so long ends then, also when it is moved.
/// </summary>
internal sealed record StatedCases() : RuleSketch(Source.Text, "The documentation gives a number for each value.")
{
    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal) { "start", "starts", "begin", "begins", "from", "at", "reported", "opened", "created", "made" };
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "end", "ends", "until", "due", "expires", "target", "deadline", "finish", "finishes", "by" };

    public override IEnumerable<Consequence> Consequences(EffectDraft draft)
    {
        if (!Drafts.Makes(draft) && !Drafts.Changes(draft))
        {
            yield break;
        }

        foreach (var kind in draft.Table.Columns.Where(c => c is { Type: ColumnType.String, Enum.Count: > 1 and < 12 } && c != draft.Table.Status))
        {
            var given = draft.Assignments.FirstOrDefault(a => a.Column == kind)?.Parameter;
            if (Subject(draft, kind, given) is not { } subject || Found(draft, kind) is not { } found)
            {
                continue;
            }

            var number = Number(subject, found.Cases);
            if (found.Unit.Length > 0 && Span(draft) is var (start, end)
                && (Drafts.Makes(draft) || given is not null || draft.Assignments.Any(a => a.Column == start))
                && Time(draft, start) is { } time && Shifted(time, number, found.Unit, end) is { } ends)
            {
                yield return new Assign(draft.Row, end, ends);
            }

            if ((Drafts.Makes(draft) || given is not null) && Told(draft, found.Text, kind, found.Unit) is { } column)
            {
                yield return new Assign(draft.Row, column, number);
            }
        }
    }

    private static (IReadOnlyList<(Value Value, Amount Number)> Cases, string Unit, string Text)? Found(EffectDraft draft, ColumnModel kind) =>
        draft.Tables.Documents(draft.Table).Concat(draft.Table.Columns.Select(c => c.Node?.Description).OfType<string>())
        .SelectMany(t => new[] { t }.Concat(t.Split(". "))).Distinct()
        .Select(t => (Text: t, Read: CaseReader.Read(t, kind.Enum!, kind.Words))).Where(r => r.Read is not null)
        .Select(r => ((IReadOnlyList<(Value, Amount)>, string, string)?)(r.Read!.Value.Cases, r.Read.Value.Unit, r.Text)).LastOrDefault();

    private static Term? Subject(EffectDraft draft, ColumnModel kind, ToolParameter? given) => Drafts.Makes(draft)
        ? given is { Required: true } ? new ArgumentTerm(given) : null
        : given is null ? kind.Nullable ? null : new CellTerm(draft.Row, kind)
        : EffectDraft.IsAlwaysGiven(kind, given) ? new ArgumentTerm(given) : new EitherTerm(new ArgumentTerm(given), new CellTerm(draft.Row, kind));

    private static CaseTerm Number(Term subject, IReadOnlyList<(Value Value, Amount Number)> cases) => new(subject,
        [.. cases.SkipLast(1).Select(c => new TermCase(Comparison.Equal, c.Value, new ConstantTerm(Value.From((double)c.Number.Number))))],
        new ConstantTerm(Value.From((double)cases[^1].Number.Number)));

    private static ShiftedTerm? Shifted(Term time, Term number, string unit, ColumnModel end) => (unit, end.Type == ColumnType.Date) switch
    {
        ("minutes", false) => new ShiftedTerm(time, number, TimeUnit.Minutes, 1),
        ("hours", false) => new ShiftedTerm(time, number, TimeUnit.Minutes, 60),
        ("days", _) => new ShiftedTerm(time, number, TimeUnit.Days, 1),
        ("weeks", _) => new ShiftedTerm(time, number, TimeUnit.Days, 7),
        ("months", _) => new ShiftedTerm(time, number, TimeUnit.Months, 1),
        ("years", _) => new ShiftedTerm(time, number, TimeUnit.Months, 12),
        _ => null,
    };

    /// <summary>The column at which a row begins, and the one at which it ends, which no argument gives.</summary>
    private static (ColumnModel Start, ColumnModel End)? Span(EffectDraft draft)
    {
        var times = draft.Table.Columns.Where(c => c.Type is ColumnType.Date or ColumnType.Datetime).ToList();
        var end = times.FindAll(c => c.Words.Any(Ends.Contains) && draft.Assignments.All(a => a.Column != c));
        return end is [var only] && times.Find(c => c != only && c.Type == only.Type && !c.Nullable && c.Words.Any(w => Starts.Contains(w) && w != "at"))
            is { } start ? (start, only) : null;
    }

    private static Term? Time(EffectDraft draft, ColumnModel start)
    {
        var given = draft.Assignments.FirstOrDefault(a => a.Column == start)?.Parameter;
        return given is not null && EffectDraft.IsAlwaysGiven(start, given) ? new ArgumentTerm(given)
            : Drafts.Makes(draft) ? given is null && start.Born is ClockValue ? new ClockTerm(start.Type == ColumnType.Date) : null
            : given is null ? new CellTerm(draft.Row, start) : new EitherTerm(new ArgumentTerm(given), new CellTerm(draft.Row, start));
    }

    /// <summary>The number of the row that the text names, or that tells how long it lasts.</summary>
    private static ColumnModel? Told(EffectDraft draft, string text, ColumnModel kind, string unit)
    {
        var words = Words.Split(text);
        var open = draft.Table.Columns.Where(c => c.Numeric && c != draft.Table.Key && c.References is null
            && draft.Assignments.All(a => a.Column != c)).ToList();
        return open.FindAll(c => c.Words.Count > 0 && Words.Find(words, c.Words) >= 0) is [var named] ? named
            : unit.Length > 0 && open.FindAll(c => c.Words.Any(w => w is "duration" or "length" or "minutes" or "hours")) is [var lasting] ? lasting : null;
    }
}
