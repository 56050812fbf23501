using AgentScaler.Environments.Values;

namespace AgentScaler.Proofs;

/// <summary>The clock of a newly opened session.</summary>
internal static class SessionClock
{
    private const string FirstDay = "2026-01-01";
    private const double FirstSecond = 1767225600;
    private const double Day = 86400;

    public static bool Tells(Value value) =>
        value.IsString
            ? value.AsString.StartsWith(FirstDay, StringComparison.Ordinal)
            : value is { IsNumber: true, AsNumber: >= FirstSecond and < FirstSecond + Day };
}
