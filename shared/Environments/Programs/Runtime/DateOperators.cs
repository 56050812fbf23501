using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Operators on days and instants, which are texts.</summary>
internal static class DateOperators
{
    public static Value AddSeconds(Value date, Value seconds) =>
        Shift("add_seconds", Read("add_seconds", date) with { DateOnly = false }, Arithmetic.Whole("add_seconds", seconds));

    public static Value AddDays(Value date, Value days) =>
        Shift("add_days", Read("add_days", date), Arithmetic.Whole("add_days", days) * 86_400);

    /// <summary>The same day of a later month, or the last day where the month is too short.</summary>
    public static Value AddMonths(Value date, Value months)
    {
        var moment = Read("add_months", date);
        var time = moment.Time;
        var month = ((time.Year - 1) * 12.0) + time.Month - 1 + Arithmetic.Whole("add_months", months);
        if (month is < 0 or >= 9999 * 12)
        {
            throw OutOfRange("add_months");
        }

        var (year, of) = Math.DivRem((int)month, 12);
        var day = Math.Min(time.Day, DateTime.DaysInMonth(year + 1, of + 1));
        var shifted = new DateTime(year + 1, of + 1, day, 0, 0, 0, DateTimeKind.Utc) + time.TimeOfDay;
        return (moment with { Seconds = shifted.Ticks / TimeSpan.TicksPerSecond }).ToString();
    }

    public static Value SecondsBetween(Value from, Value to)
    {
        var start = Read("seconds_between", from);
        return Read("seconds_between", to).Seconds - start.Seconds;
    }

    /// <summary>Days from one calendar day to another, whatever the time of day.</summary>
    public static Value DaysBetween(Value from, Value to)
    {
        var start = Read("days_between", from);
        return Read("days_between", to).DayNumber - start.DayNumber;
    }

    public static Value DateOf(Value date) => (Read("date_of", date) with { DateOnly = true }).ToString();

    public static Value Part(Value date, Value part)
    {
        var time = Read("date_part", date).Time;
        return (part.IsString ? part.AsString : "") switch
        {
            "year" => time.Year,
            "month" => time.Month,
            "day" => time.Day,
            "hour" => time.Hour,
            "minute" => time.Minute,
            "second" => time.Second,
            "weekday" => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek,
            "yearday" => time.DayOfYear,
            _ => throw ProgramFailure.Invalid("date_part gives year, month, day, hour, minute, second, weekday or yearday"),
        };
    }

    private static Moment Read(string op, Value date) =>
        !date.IsString ? throw ProgramFailure.Operand(op, "a date", date)
        : Moment.TryParse(date.AsString, out var moment) ? moment
        : throw ProgramFailure.Invalid($"{op} takes a date YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ");

    private static Value Shift(string op, Moment moment, double seconds)
    {
        var shifted = moment.Seconds + seconds;
        return Moment.InRange(shifted) ? (moment with { Seconds = (long)shifted }).ToString() : throw OutOfRange(op);
    }

    private static ProgramFailure OutOfRange(string op) => ProgramFailure.Invalid($"{op} leaves the years 1 to 9999");
}
