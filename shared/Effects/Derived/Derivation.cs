using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>
/// What a column of a row tells about the rows that refer to it: the number of rentals that are out, the start of the next appointment, the places
/// that are left. Nobody gives it; it follows from them in every state.
/// </summary>
/// <param name="Table">The table of the column.</param>
/// <param name="Column">The column.</param>
/// <param name="Rows">The rows that it tells about.</param>
public sealed record Derivation(string Table, string Column, DerivedFigure Figure, Dependents Rows)
{
    private const int DayLength = 10;

    /// <summary>The column of the rows that is summed or compared. Null where they are counted.</summary>
    public string? Of { get; init; }

    /// <summary>The column of the rows that tells their time, where only those on one side of the clock are meant.</summary>
    public string? Time { get; init; }

    /// <summary>The side of the clock that is meant.</summary>
    public TimeSide Side { get; init; }

    /// <summary>The number of the column's own row that the figure is taken away from. Null where the figure itself is told.</summary>
    public string? Whole { get; init; }

    /// <summary>The number that the figure is taken away from, where it is the same in every row.</summary>
    public double? Room { get; init; }

    /// <summary>Why it is held to follow.</summary>
    public Basis Basis { get; init; } = Basis.Convention;

    /// <summary>Whether the column follows from the clock too, and not from rows alone.</summary>
    public bool FollowsClock => Time is not null;

    /// <summary>The columns of the rows on which it depends.</summary>
    public IEnumerable<string> Columns => new[] { Rows.Refers, Rows.Column, Of, Time }.OfType<string>();

    /// <summary>Each row of the table with the value that the column has in a state.</summary>
    public IEnumerable<(ObjectValue Row, Value Value)> In(DatabaseState state, string clock)
    {
        var dependents = Rows.In(state);
        return state.Rows(Table).Select(r => (r, Value(r, dependents[r[Rows.Key]].Where(d => IsMeant(d, clock)))));
    }

    /// <summary>Whether a dependent row stands on the side of the clock that is meant.</summary>
    public bool IsMeant(ObjectValue row, string clock) => Time is null || (row[Time] is { IsString: true } time && Side switch
    {
        TimeSide.ToCome => string.CompareOrdinal(time.AsString, Like(time, clock)) >= 0,
        TimeSide.Past => string.CompareOrdinal(time.AsString, Like(time, clock)) <= 0,
        _ => string.CompareOrdinal(time.AsString, 0, clock, 0, DayLength) == 0,
    });

    private Value Value(ObjectValue row, IEnumerable<ObjectValue> dependents)
    {
        var figure = Figured(dependents);
        return Whole is not null ? Numbers.Difference(row[Whole], figure) : Room is { } room ? Numbers.Difference(room, figure) : figure;
    }

    private Value Figured(IEnumerable<ObjectValue> dependents)
    {
        if (Figure == DerivedFigure.Count)
        {
            return dependents.Count();
        }

        List<Value> values = [.. dependents.Select(d => d[Of!]).Where(v => !v.IsNull)];
        return Figure switch
        {
            DerivedFigure.Sum => values.Where(v => v.IsNumber).Aggregate(Environments.Values.Value.From(0), Numbers.Sum),
            DerivedFigure.Average => Mean([.. values.Where(v => v.IsNumber)]),
            DerivedFigure.Least => Extreme(values, -1),
            _ => Extreme(values, 1),
        };
    }

    private static Value Mean(List<Value> values) => values.Count == 0
        ? Environments.Values.Value.Null
        : (double)((decimal)values.Aggregate(Environments.Values.Value.From(0), Numbers.Sum).AsNumber / values.Count);

    private static Value Extreme(List<Value> values, int side) => values.Count == 0 ? Environments.Values.Value.Null
        : values.Aggregate((first, next) => Math.Sign(Numbers.Order(next, first) ?? 0) == side ? next : first);

    /// <summary>The clock in the form of a time: a day is compared with the day.</summary>
    private static string Like(Value time, string clock) => time.AsString.Length == DayLength ? clock[..DayLength] : clock;
}
