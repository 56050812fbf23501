using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Conventions;

/// <summary>How a row says whether it can be lent: a column, its value while it can and its value while it is out.</summary>
internal sealed record Availability(ColumnModel Column, Value Free, Value Out)
{
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "lent", "loaned", "on_loan", "borrowed", "rented", "rented_out", "checked_out", "out", "in_use", "leased", "unavailable",
    };

    /// <summary>How rows of a table say it, or null. A table that counts what is left says it by a number.</summary>
    public static Availability? Of(TableModel table)
    {
        if (Roles.Find(table, ColumnRole.Stock) is not null)
        {
            return null;
        }

        foreach (var column in table.Columns)
        {
            if (column.Type == ColumnType.Boolean && Words.Snake(column.Name) is "available" or "is_available")
            {
                return new Availability(column, true, false);
            }

            var free = Named(column, "available");
            var gone = column.Enum?.FirstOrDefault(v => v.IsString && Gone.Contains(Words.Snake(v.AsString))) ?? Value.Null;
            if (column.Type == ColumnType.String && !free.IsNull && !gone.IsNull)
            {
                return new Availability(column, free, gone);
            }
        }

        return null;
    }

    private static Value Named(ColumnModel column, string word) =>
        column.Enum?.FirstOrDefault(v => v.IsString && Words.Snake(v.AsString) == word) ?? Value.Null;
}
