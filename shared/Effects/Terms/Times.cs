using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>Calendar arithmetic of rules, on days and on instants as columns hold them.</summary>
internal static class Times
{
    private const int DayLength = 10;
    private const int MinutesPerDay = 24 * 60;

    /// <summary>A time some minutes later, in its own form: a day moves by whole days. Null where it is no time.</summary>
    public static Value Later(Value time, int minutes)
    {
        if (!time.IsString || !DateTimeOffset.TryParse(time.AsString, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return Value.Null;
        }

        return time.AsString.Length == DayLength
            ? instant.AddDays(minutes / MinutesPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : instant.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>A time some units later, in its own form; a day is moved by days and months alone. Null where there is no such time.</summary>
    public static Value Shifted(Value time, long count, TimeUnit unit)
    {
        if (Read(time) is not { } instant || (unit == TimeUnit.Minutes && time.AsString.Length == DayLength))
        {
            return Value.Null;
        }

        try
        {
            var moved = unit switch
            {
                TimeUnit.Minutes => instant.AddMinutes(count),
                TimeUnit.Days => instant.AddDays(count),
                _ => instant.AddMonths((int)Math.Clamp(count, int.MinValue, int.MaxValue)),
            };
            return moved.ToString(time.AsString.Length == DayLength ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Value.Null;
        }
    }

    /// <summary>The days from one calendar day to another, regardless of the time of day; null where one of them is no time.</summary>
    public static Value DaysBetween(Value from, Value to) =>
        Read(from) is { } start && Read(to) is { } end ? (end.Date - start.Date).Days : Value.Null;

    private static DateTimeOffset? Read(Value time) => time.IsString && DateTimeOffset.TryParse(time.AsString, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
}
