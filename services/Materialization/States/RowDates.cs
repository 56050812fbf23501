using System.Globalization;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Invariants;

namespace AgentScaler.Materialization.States;

/// <summary>Brings the dates of one row in order, and plans that are still open to the days after the session's first.</summary>
internal static class RowDates
{
    private static readonly HashSet<string> OpenPlans = new(StringComparer.Ordinal)
    {
        "reserved", "booked", "scheduled", "confirmed", "pending", "requested", "upcoming", "planned", "open", "draft", "approved", "delayed",
    };

    private static readonly HashSet<string> PlannedThings = new(StringComparer.Ordinal)
    {
        "reservation", "appointment", "rental", "booking", "stay", "trip", "flight", "shipment", "request", "visit", "event", "meeting", "session", "viewing",
            "delivery",
    };

    /// <summary>Things that are over within the day on which they begin.</summary>
    private static readonly HashSet<string> ShortThings = new(StringComparer.Ordinal) { "appointment", "visit", "meeting", "viewing", "lesson", "consultation", "slot" };

    public static ObjectValue Settle(TableModel table, ObjectValue row)
    {
        foreach (var (early, late) in OrderedColumns.Named(table))
        {
            row = Ordered(table, row, early, late);
        }

        return Aligned(table, Planned(table, row));
    }

    /// <summary>A flight's departure is on the flight's day.</summary>
    private static ObjectValue Aligned(TableModel table, ObjectValue row)
    {
        if (table.Columns.FirstOrDefault(c => Words.Snake(c.Name) == "date" && c.Textual && c.Semantic == "date") is not { } day
            || !row[day.Name].IsString
            || row[day.Name].AsString.Length != 10)
        {
            return row;
        }

        foreach (var column in table.Columns.Where(c => c.Textual
            && c.Enum is null
            && c.Semantic == "datetime"
            && !IsPast(c)
            && row[c.Name].IsString
            && row[c.Name].AsString.Length == 20))
        {
            row = row.With(column.Name, string.Concat(row[day.Name].AsString, row[column.Name].AsString.AsSpan(10)));
        }

        return row;
    }

    private static ObjectValue Planned(TableModel table, ObjectValue row)
    {
        if ((table.Status ?? table.Columns.FirstOrDefault(c => c is { Semantic: "status", Enum: not null })) is not { } status
            || !row[status.Name].IsString
            || !OpenPlans.Contains(Words.Snake(row[status.Name].AsString))
            || !Words.Split(table.Singular).Any(PlannedThings.Contains))
        {
            return row;
        }

        foreach (
            var column in table.Columns.Where(c => c.Textual && c.Enum is null && c.References is null && c.Semantic is "date" or "datetime" && !IsPast(c)))
        {
            if (row[column.Name].IsString && row[column.Name].AsString is ['2', '0', '2', '5', '-', ..] text)
            {
                row = row.With(column.Name, string.Create(CultureInfo.InvariantCulture, $"2026{text.AsSpan(4)}"));
            }
        }

        return row;
    }

    /// <summary>What has happened already, whatever is still planned: created_at, placed_at, birth_date.</summary>
    private static bool IsPast(ColumnModel column) => column.Words.Any(w => w is "at" or "birth" or "born" || w.EndsWith("ed", StringComparison.Ordinal))
        || column.Equality == Equality.Volatile;

    private static ObjectValue Ordered(TableModel table, ObjectValue row, ColumnModel early, ColumnModel late)
    {
        var (a, b) = (row[early.Name], row[late.Name]);
        if ((a.IsString && b.IsString && string.CompareOrdinal(a.AsString, b.AsString) > 0) || (a.IsNumber && b.IsNumber && a.AsNumber > b.AsNumber))
        {
            row = row.With(early.Name, b).With(late.Name, a);
            (a, b) = (b, a);
        }

        return Near(table, row, a, b, late);
    }

    /// <summary>The end of what takes an hour or so, where it lies more than a day after the start; null where it does not.</summary>
    private static string? Brief(Value early, Value late)
    {
        const string form = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        return early.IsString && late.IsString
            && DateTime.TryParseExact(early.AsString, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateTime.TryParseExact(late.AsString, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && to - from > TimeSpan.FromDays(1)
            ? from.AddMinutes(30 + (15 * ((to.Day + to.Month) % 4))).ToString(form, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Stays, rentals and absences last days or weeks, not most of a year.</summary>
    private static ObjectValue Near(TableModel table, ObjectValue row, Value early, Value late, ColumnModel column)
    {
        if (Words.Split(table.Singular).Any(ShortThings.Contains) && Brief(early, late) is { } end)
        {
            return row.With(column.Name, end);
        }

        if (column.Semantic != "date" || !early.IsString || !late.IsString || !Words.Split(table.Singular).Any(PlannedThings.Contains)
            || !DateOnly.TryParseExact(early.AsString, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !DateOnly.TryParseExact(late.AsString, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            || to.DayNumber - from.DayNumber <= 21)
        {
            return row;
        }

        return row.With(column.Name, from.AddDays(1 + ((to.DayNumber - from.DayNumber) % 14)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
