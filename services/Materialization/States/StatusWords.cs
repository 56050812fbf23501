using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.States;

/// <summary>What the name of a column says of the statuses in which it is filled.</summary>
internal static class StatusWords
{
    private const int Stem = 4;

    private static readonly string[] Steps =
        ["cancel", "clos", "resol", "complet", "ship", "reject", "approv", "archiv", "deliver", "paid", "refund", "returned", "solved", "published", "declin"];

    /// <summary>Whether a row has not come so far: closed_at stands in closed rows only, cancellation_reason in cancelled ones.</summary>
    public static bool NotYet(ColumnModel column, Value status) => status.IsString
        && column.Words.FirstOrDefault(w => Array.Exists(Steps, s => w.StartsWith(s, StringComparison.Ordinal))) is { } step
        && !Words.Snake(status.AsString).StartsWith(step[..Stem], StringComparison.Ordinal);
}
