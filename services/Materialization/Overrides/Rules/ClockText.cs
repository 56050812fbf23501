using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.Overrides.Rules;

/// <summary>Reads the time at which the clock of a session starts.</summary>
internal static class ClockText
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The time in seconds since 1970. Null where none is given.</summary>
    /// <exception cref="OverridesException">The value is no time.</exception>
    public static long? Read(Value value, string place) => OverrideText.Text(value, place) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.Year is >= 1970 and <= 9000
            ? time.ToUnixTimeSeconds()
            : throw new OverridesException(place, "Expected a time such as \"2026-05-15T09:00:00Z\".");
}
