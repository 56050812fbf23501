using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// Decides what a column of a new row holds by the rows that a user's own database has. A new row looks like them: what all of them agree on, what rows
/// begin with, or nothing. No value is invented.
/// </summary>
internal static class AdoptedValues
{
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "draft", "new", "created", "pending", "open", "opened", "todo", "to_do", "requested", "submitted", "queued", "scheduled", "active", "unpaid",
        "placed", "backlog", "not_started", "unread", "unresolved", "initiated", "waiting", "planned", "received", "under_review", "in_review",
    };

    private static readonly HashSet<string> Instants = new(StringComparer.Ordinal)
    {
        "timestamp", "datetime", "date_time", "date", "time", "date_created", "date_added", "date_sent", "date_posted", "date_opened", "date_issued",
        "created", "updated", "registered", "opened", "issued", "submitted",
    };

    /// <param name="cells">What the rows hold in the column, in the order of the rows.</param>
    public static NewValue Of(ColumnPlan column, IReadOnlyList<Value> cells)
    {
        var held = cells.Where(c => !c.IsNull).ToList();
        return held.Count == 0 ? NewValue.Null
            : Clock(column, cells, held) is { } clock ? clock
            : held.Count < cells.Count ? NewValue.Null
            : Beginning(column, held) is { } beginning ? new FixedValue(beginning)
            : NewValue.Null;
    }

    /// <summary>The clock in the rows' own form, where the column tells when something was done to the row.</summary>
    private static ClockValue? Clock(ColumnPlan column, IReadOnlyList<Value> cells, List<Value> held)
    {
        if (!Equalities.IsClock(column) && !Instants.Contains(Words.Snake(column.Words)))
        {
            return null;
        }

        // A time that some rows do not tell is told later: when they are closed, paid or changed.
        return held.Count * 2 > cells.Count && (held.TrueForAll(v => v.IsNumber) || ClockForm.Of(held) is not null)
            ? new ClockValue()
            : null;
    }

    private static Value? Beginning(ColumnPlan column, List<Value> held)
    {
        var distinct = held.Distinct().ToList();
        if (held.TrueForAll(v => v.IsArray))
        {
            return Value.EmptyArray;
        }

        if (held.TrueForAll(v => v.IsObject))
        {
            return distinct.Contains(Value.EmptyObject) ? Value.EmptyObject : default(Value?);
        }

        if (held.TrueForAll(v => v.IsBoolean))
        {
            return distinct.Count == 1 ? distinct[0] : NewValues.Unsaid(column);
        }

        if (held.TrueForAll(v => v.IsString) && Text(column, distinct) is { } text)
        {
            return text;
        }

        return Agreed(column, held, distinct) ?? (held.TrueForAll(v => v.IsNumber) && distinct.Contains(0) ? Value.From(0) : default(Value?));
    }

    private static Value? Text(ColumnPlan column, List<Value> distinct)
    {
        if (column.Words[^1] is "status" or "state" or "stage" or "phase" or "progress"
            && distinct.Find(v => Beginnings.Contains(Words.Snake(v.AsString))) is { IsNull: false } first)
        {
            return LifeCycles.Initial(distinct) is var initial && Beginnings.Contains(Words.Snake(initial.AsString)) ? initial : first;
        }

        return distinct.Contains("") ? Value.From("") : default(Value?);
    }

    /// <summary>What two rows or more agree on, unless it names a row or a thing.</summary>
    private static Value? Agreed(ColumnPlan column, List<Value> held, List<Value> distinct) =>
        distinct.Count == 1 && held.Count > 1 && column.References is null ? distinct[0] : default(Value?);
}
