using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.Invariants;

/// <summary>The pairs of columns of a table of which one is never above the other, by their names and the parts that they play.</summary>
internal static class OrderedColumns
{
    private static readonly (string Early, string Late)[] Pairs =
    [
        ("start", "end"), ("begin", "end"), ("created", "updated"), ("created", "modified"), ("from", "to"), ("check_in", "check_out"), ("checkin", "checkout"),
            ("created", "closed"), ("created", "completed"),
        ("opened", "closed"), ("issue", "due"), ("issued", "due"), ("pickup", "dropoff"), ("pickup", "delivery"), ("valid_from", "valid_to"),
            ("created", "last_modified"), ("min", "max"), ("start_date", "last_day"),
        ("hire_date", "last_day"), ("placed", "shipped"), ("shipped", "delivered"), ("ordered", "delivered"),
    ];

    /// <summary>Words by which a column says that it holds what is left of another one.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal) { "available", "left", "remaining", "free", "unsold", "open", "on", "hand" };

    /// <summary>Words by which a column says that it holds all of something.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "total", "all", "owned", "max", "maximum" };

    /// <summary>Times, and other values that are called by such a pair, in the order in which they are settled.</summary>
    public static IEnumerable<(ColumnModel Lower, ColumnModel Upper)> Named(TableModel table)
    {
        // Guests arrive and then depart; whoever travels departs and then arrives.
        var travels = Words.Split(table.Singular)
            .Any(w => w is "flight" or "trip" or "train" or "voyage" or "shipment" or "journey" or "route" or "leg" or "segment");
        foreach (var (early, late) in Pairs.Append(travels ? ("departure", "arrival") : ("arrival", "departure")))
        {
            foreach (var column in table.Columns.Where(c => IsFree(c) && (c.Textual ? c.Semantic is "date" or "datetime" or "time" : c.Numeric)))
            {
                var name = Words.Snake(column.Name);
                if (name.Contains(early, StringComparison.Ordinal)
                    && table.Columns.FirstOrDefault(c => c.Type == column.Type && c.Enum is null && c != column
                        && Words.Snake(c.Name) == name.Replace(early, late, StringComparison.Ordinal)) is { } other)
                {
                    yield return (column, other);
                }
            }
        }
    }

    /// <summary>What is left of a number, and the number: <c>copies_available</c> and <c>copies</c>.</summary>
    public static IEnumerable<(ColumnModel Lower, ColumnModel Upper)> Parts(TableModel table)
    {
        foreach (var left in table.Columns.Where(c => c.Type == ColumnType.Integer && IsFree(c) && c != table.Key && c.Words.Any(Left.Contains)))
        {
            var noun = Words.Singulars(left.Name).Where(w => !Left.Contains(w)).ToList();
            if (noun.Count > 0 && table.Columns.FirstOrDefault(c => c.Type == ColumnType.Integer && IsFree(c) && c != table.Key && c != left
                && Words.Singulars(c.Name).Where(w => !Whole.Contains(w)).SequenceEqual(noun)) is { } whole)
            {
                yield return (left, whole);
            }
        }
    }

    private static bool IsFree(ColumnModel column) => column.Enum is null && column.References is null;
}
