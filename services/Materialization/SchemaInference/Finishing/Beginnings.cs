using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Numbers that say how far something has come: a new row has come nowhere yet.</summary>
internal static class Beginnings
{
    private static readonly HashSet<string> Reached = new(StringComparer.Ordinal)
    {
        "spent", "used", "consumed", "owed", "owing", "outstanding", "earned", "raised", "collected", "sold", "redeemed", "balance", "arrears", "debt", "attempts", "failures",
        "extensions", "renewals", "reminders", "warnings", "strikes", "votes", "likes", "views", "visits", "downloads", "progress", "paid", "refunded", "pledged", "donated",
        "enrolled", "registered", "checked", "returned", "delivered", "completed", "committed", "retries", "plays", "wins", "losses", "draws",
    };

    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal) { "at", "on", "date", "time", "id", "by", "max", "min", "maximum", "minimum", "limit", "per", "rate", "allowed" };

    /// <summary>What the number of a new row is, where its name says so: <c>spent_today</c>, <c>failed_attempts</c>, <c>points_earned</c>.</summary>
    public static Value? Of(ColumnPlan column) => column.Numeric && column.References is null && column.Enum is null && column.Words.Any(Reached.Contains)
        && !column.Words.Any(Dates.Contains) && (column.Node?.Minimum ?? 0) <= 0 && (column.Node?.Maximum ?? 0) >= 0
            ? Value.From(0)
            : default(Value?);
}
