using System.Globalization;
using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>The clock of a newly opened session.</summary>
internal static class SessionClock
{
    private const string FirstDay = "2026-01-01";
    private const double FirstSecond = 1767225600;
    private const double Day = 86400;

    /// <summary>Whether a column tells the session's clock in its own form.</summary>
    public static bool Tells(ColumnModel column, Value value) => column.TimeForm is { } form
        ? value.IsString && ClockForm.Read(value.AsString, form) is { } time && time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == FirstDay
        : Tells(value);

    private static bool Tells(Value value) =>
        value.IsString
            ? value.AsString.StartsWith(FirstDay, StringComparison.Ordinal)
            : value is { IsNumber: true, AsNumber: >= FirstSecond and < FirstSecond + Day };
}
