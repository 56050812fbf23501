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
}
