using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Sentences.Lists;

/// <summary>
/// Which rows of a table a word for a state means: by a value that a column may hold, by a mark, by a time that stands where it happened, or by the clock.
/// </summary>
internal sealed class RowStates(TableModel table)
{
    private static readonly string[] Negations = ["not ", "non ", "no longer ", "never ", "un", "in", "non"];

    /// <summary>The condition of rows that are so; null where no column tells.</summary>
    public RowCondition? Of(string state)
    {
        if (Plainly(state) is { } plain)
        {
            return plain;
        }

        foreach (var negation in Negations.Where(n => state.StartsWith(n, StringComparison.Ordinal) && state.Length > n.Length + 2))
        {
            if (Plainly(state[negation.Length..].Trim()) is { } opposite)
            {
                return Opposite(opposite);
            }
        }

        return Away(state) ?? ByClock(state);
    }

    /// <summary>What is "taken off the menu" is not on it, and what is "out of stock" is not in it.</summary>
    private RowCondition? Away(string state)
    {
        var words = state.Split(' ').Where(w => w is not ("the" or "taken" or "put" or "its" or "our" or "a")).ToList();
        var on = string.Join(' ', words.Select(w => w == "off" ? "on" : w)).Replace("out of ", "in ", StringComparison.Ordinal);
        return on != state && on != string.Join(' ', words) && Marked(on) is { } mark ? Opposite(mark) : null;
    }

    /// <summary>What holds where a condition does not.</summary>
    public static RowCondition Opposite(RowCondition condition) => condition switch
    {
        IsFixed { Value.IsBoolean: true } mark => new IsFixed(mark.Path, mark.Value.IsTrue ? Value.False : Value.True),
        Stands { Comparison: Comparison.NotEqual } set => set with { Comparison = Comparison.Equal },
        Stands { Comparison: Comparison.Equal } unset => unset with { Comparison = Comparison.NotEqual },
        NotThat not => not.Condition,
        _ => new NotThat(condition),
    };

    private RowCondition? Plainly(string state) => (RowCondition?)Valued(state) ?? Marked(state) ?? (RowCondition?)Happened(state) ?? Left(state);

    private IsFixed? Valued(string state)
    {
        var stems = Form(Words.Split(state));
        var columns = table.Columns.Where(c => c.Enum is not null).OrderBy(c => c == table.Status ? 0 : 1).ToList();
        return columns.SelectMany(c => c.Enum!.Where(v => v.IsString
            && Form(Words.Split(v.AsString)) == stems).Take(1).Select(v => new IsFixed(ColumnPath.Own(c), v)))
            .FirstOrDefault();
    }

    private IsFixed? Marked(string state)
    {
        var stems = Form(Words.Split(state));
        return table.Columns.FirstOrDefault(c => c.Type == ColumnType.Boolean
            && Form([.. c.Words.Where((w, i) => i > 0 || w is not ("is" or "has" or "was" or "are"))]) == stems) is { } mark
            ? new IsFixed(ColumnPath.Own(mark), Value.True) : null;
    }

    /// <summary>"archived" things have a time at which they were archived.</summary>
    private Stands? Happened(string state)
    {
        var stems = Form(Words.Split(state));
        return StateWords.IsParticiple(state) || state.EndsWith("ed", StringComparison.Ordinal)
            ? table.Columns.FirstOrDefault(c => c.Nullable && c.Textual && c.Words is [.., "at" or "on" or "date" or "time"]
                && Form([.. c.Words.SkipLast(1)]) == stems)
                is { } time ? new Stands(ColumnPath.Own(time), Comparison.NotEqual, new ConstantTerm(Value.Null)) : null
            : null;
    }

    /// <summary>"full" and "sold out" things have nothing left, "available" ones something.</summary>
    private Stands? Left(string state)
    {
        if (state is not ("full" or "sold out" or "fully booked" or "booked up" or "out of stock" or "available" or "in stock" or "bookable" or "free"
            or "open"))
        {
            return null;
        }

        var some = state is "available" or "in stock" or "bookable" or "free" or "open";
        return table.Columns.Where(c => c.Numeric && c.Words.Any(w => w is "left" or "available" or "free" or "remaining" or "stock" or "vacancies"
            or "vacant"))
            .ToList() is [var left]
            ? new Stands(ColumnPath.Own(left), some ? Comparison.AtLeast : Comparison.Less, new ConstantTerm(Value.From(1))) : null;
    }

    /// <summary>What has passed, and what is to come, by the session's clock.</summary>
    private RowCondition? ByClock(string state)
    {
        var times = new TimeColumns(table);
        return state switch
        {
            "overdue" or "late" => table.Columns.FirstOrDefault(c => TimeColumns.Is(c) && c.Words.Contains("due")) is { } due ? Unfinished(Passed(due)) : null,
            "expired" => table.Columns.FirstOrDefault(c => TimeColumns.Is(c) && c.Words.Any(w => Stems.Same(w, "expires"))) is { } expires
            ? Passed(expires) : null,
            "past" or "over" or "ended" => (table.Columns.FirstOrDefault(c => TimeColumns.Is(c) && c.Words.Any(w => w is "end" or "ends"
            or "until")) ?? times.Begins)
                is { } end ? Passed(end) : null,
            "upcoming" or "future" or "coming" => times.Begins is { } begins ? ToCome(begins) : null,
            _ => null,
        };
    }

    /// <summary>What is overdue has not been finished: no time stands where that would have been noted.</summary>
    private RowCondition Unfinished(RowCondition passed)
    {
        var done = table.Columns.FirstOrDefault(c => c.Nullable && TimeColumns.Is(c)
            && c.Words.Any(w => w is "returned" or "paid" or "completed" or "closed" or "done" or "finished" or "settled" or "resolved"));
        return done is null ? passed : new AllOf([passed, new Stands(ColumnPath.Own(done), Comparison.Equal, new ConstantTerm(Value.Null))]);
    }

    public static RowCondition Passed(ColumnModel time) => new Stands(ColumnPath.Own(time), Comparison.Less, new ClockTerm(time.Type == ColumnType.Date
        || time.Semantic == "date"));

    public static RowCondition ToCome(ColumnModel time) => new Stands(ColumnPath.Own(time), Comparison.AtLeast, new ClockTerm(time.Type == ColumnType.Date
        || time.Semantic == "date"));

    private static string Form(IReadOnlyList<string> words) => string.Join('_', words.Select(Stems.Of));
}
