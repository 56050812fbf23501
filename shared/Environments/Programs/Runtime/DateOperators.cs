using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Runtime;

/// <summary>Operators on days and instants, which are texts.</summary>
internal static class DateOperators
{
    public static Value AddSeconds(Value date, Value seconds, StepMeter meter) =>
        Shift("add_seconds", Read("add_seconds", date, meter) with { DateOnly = false }, Arithmetic.Whole("add_seconds", seconds));

    public static Value AddDays(Value date, Value days, StepMeter meter) =>
        Shift("add_days", Read("add_days", date, meter), Arithmetic.Whole("add_days", days) * 86_400);

    /// <summary>The same day of a later month, or its last day if the month is too short.</summary>
    public static Value AddMonths(Value date, Value months, StepMeter meter)
    {
        var moment = Read("add_months", date, meter);
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

    public static Value SecondsBetween(Value from, Value to, StepMeter meter)
    {
        var start = Read("seconds_between", from, meter);
        return Read("seconds_between", to, meter).Seconds - start.Seconds;
    }

    /// <summary>The days from one calendar day to another, regardless of the time of day.</summary>
    public static Value DaysBetween(Value from, Value to, StepMeter meter)
    {
        var start = Read("days_between", from, meter);
        return Read("days_between", to, meter).DayNumber - start.DayNumber;
    }

    public static Value DateOf(Value date, StepMeter meter) => (Read("date_of", date, meter) with { DateOnly = true }).ToString();

    public static Value Part(Value date, Value part, StepMeter meter)
    {
        var time = Read("date_part", date, meter).Time;
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

    private static Moment Read(string op, Value date, StepMeter meter) =>
        !date.IsString ? throw ProgramFailure.Operand(op, "a date", date)
        : Moment.TryParse(meter.Read(date.AsString), out var moment) ? moment
        : throw ProgramFailure.Invalid($"{op} takes a date YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ");

    private static Value Shift(string op, Moment moment, double seconds)
    {
        var shifted = moment.Seconds + seconds;
        return Moment.InRange(shifted) ? (moment with { Seconds = (long)shifted }).ToString() : throw OutOfRange(op);
    }

    private static ProgramFailure OutOfRange(string op) => ProgramFailure.Invalid($"{op} leaves the years 1 to 9999");
}
