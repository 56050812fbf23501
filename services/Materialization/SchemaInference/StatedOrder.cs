using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>
/// The order in which the documentation says that a list stands: "the newest first", "sorted by price, descending",
/// "cheapest first", "in alphabetical order". What it does not say is left in order of key.
/// </summary>
internal static class StatedOrder
{
    private static readonly HashSet<string> Newest = new(StringComparer.Ordinal) { "newest", "latest", "recent" };
    private static readonly HashSet<string> Oldest = new(StringComparer.Ordinal) { "oldest", "earliest", "next", "soonest", "nearest" };
    private static readonly HashSet<string> Greatest =
        new(StringComparer.Ordinal) { "highest", "largest", "biggest", "greatest", "longest", "heaviest", "most", "top", "best" };
    private static readonly HashSet<string> Least = new(StringComparer.Ordinal) { "lowest", "smallest", "fewest", "least", "shortest", "lightest" };
    private static readonly HashSet<string> Down = new(StringComparer.Ordinal) { "descending", "desc", "decreasing", "reverse", "reversed" };
    private static readonly HashSet<string> Up = new(StringComparer.Ordinal) { "ascending", "asc", "increasing" };
    private static readonly HashSet<string> Sorting = new(StringComparer.Ordinal) { "sorted", "ordered", "ranked", "sort", "sorts", "order" };
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal) { "created", "received", "sent", "posted", "published", "added",
        "submitted", "occurred", "placed", "date", "timestamp", "time", "logged", "recorded" };

    public static (ColumnPlan Column, bool Descending)? Of(ToolReading reading, TablePlan table)
    {
        foreach (var words in reading.Tool.Description.Split(['.', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Select(Words.Split))
        {
            if ((By(words, table) ?? First(words, table) ?? Named(words, table)) is { } found)
            {
                reading.Evidence.Add($"The description says that the rows stand by {found.Column.Name}{(found.Descending ? ", descending" : "")}.");
                return found;
            }
        }

        return null;
    }

    /// <summary>"sorted by rating", "ordered by the date of arrival, newest first".</summary>
    private static (ColumnPlan Column, bool Descending)? By(IReadOnlyList<string> words, TablePlan table)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            var ranked = i > 0 && words[i] == "order" && words[i + 1] == "of" && (Down.Contains(words[i - 1]) || Up.Contains(words[i - 1]));
            if (!Sorting.Contains(words[i]) || (words[i + 1] is not ("by" or "on") && !ranked))
            {
                continue;
            }

            var rest = words.Skip(i + 2).Where(w => w is not "the" and not "their" and not "its").ToList();
            for (var length = Math.Min(3, rest.Count); length > 0; length--)
            {
                if (Sortable(table, [.. rest.Take(length)]) is { } column)
                {
                    return (column, (i > 0 && Down.Contains(words[i - 1]))
                        || rest.Skip(length).Any(w => Down.Contains(w) || Newest.Contains(w) || Greatest.Contains(w)));
                }
            }

            // A sentence that leaves the choice to the caller ("sorted by the given field") says nothing of its own.
            return null;
        }

        return null;
    }

    /// <summary>"newest first", "most recent letters first", "cheapest first", "highest price first".</summary>
    private static (ColumnPlan Column, bool Descending)? First(IReadOnlyList<string> words, TablePlan table)
    {
        var end = words.ToList().IndexOf("first");
        if (end < 1 || IsAdvice(words[0]))
        {
            return null;
        }

        for (var i = end - 1; i >= Math.Max(0, end - 4); i--)
        {
            if (Newest.Contains(words[i]) || Oldest.Contains(words[i]))
            {
                // "the latest arrival first" names the time by itself.
                var named = i + 1 < end && Sortable(table, [.. words.Skip(i + 1).Take(end - i - 1)]) is { Textual: true, Enum: null, Semantic: "date" or "datetime" } own
                    ? own : null;
                return (named ?? Time(table)) is { } time ? (time, Newest.Contains(words[i])) : null;
            }

            if (words[i] is "cheapest" or "expensive" or "priciest")
            {
                var least = words[i] is "cheapest" || (i > 0 && words[i - 1] is "least");
                return table.Columns.FirstOrDefault(c => c.Numeric && c.Semantic == "money") is { } price ? (price, !least) : null;
            }

            if ((Greatest.Contains(words[i]) || Least.Contains(words[i])) && i + 1 == end && Measure(words.Take(i).ToList(), table) is { } measure)
            {
                return (measure, Greatest.Contains(words[i]));
            }

            if ((Greatest.Contains(words[i]) || Least.Contains(words[i]))
                && i + 1 < end
                && Sortable(table, [.. words.Skip(i + 1).Take(end - i - 1)]) is { Numeric: true } column)
            {
                return (column, Greatest.Contains(words[i]));
            }
        }

        return null;
    }

    /// <summary>Whether a sentence begins by telling the caller to do something to a row: "Refund the oldest charge first."</summary>
    private static bool IsAdvice(string word) =>
        Verbs.ClassOf(word) is VerbClass.Create or VerbClass.Update or VerbClass.Upsert or VerbClass.Delete
            or VerbClass.Transition or VerbClass.Send or VerbClass.Transfer;

    /// <summary>What stands after the last "by": "players by points, highest first".</summary>
    private static ColumnPlan? Measure(List<string> words, TablePlan table)
    {
        var by = words.LastIndexOf("by");
        return by < 0 ? null : Sortable(table, [.. words.Skip(by + 1).Where(w => w is not "the" and not "their" and not "its")]);
    }

    /// <summary>"in reverse chronological order", "from newest to oldest", "alphabetically".</summary>
    private static (ColumnPlan Column, bool Descending)? Named(IReadOnlyList<string> words, TablePlan table)
    {
        if (words.Contains("chronological") || words.Contains("chronologically"))
        {
            return Time(table) is { } time ? (time, words.Any(Down.Contains)) : null;
        }

        if (words.Contains("alphabetical") || words.Contains("alphabetically"))
        {
            return table.Label is { } label ? (label, words.Any(Down.Contains)) : null;
        }

        if (Statements.Find(words, ["order", "in", "which", "they", "were"]) is >= 0 and var order
            && order + 5 < words.Count && Beginnings.Contains(words[order + 5]))
        {
            return Time(table) is { } time ? (time, false) : null;
        }

        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i + 1] == "to" && (words[i], words[i + 2]) is ("a", "z") or ("z", "a"))
            {
                return table.Label is { } label ? (label, words[i] == "z") : null;
            }

            if (words[i + 1] == "to"
                && ((Newest.Contains(words[i]) && Oldest.Contains(words[i + 2])) || (Oldest.Contains(words[i]) && Newest.Contains(words[i + 2]))))
            {
                return Time(table) is { } time ? (time, Newest.Contains(words[i])) : null;
            }
        }

        return null;
    }

    /// <summary>When the thing came to be: not when it was last touched, and not when it will end.</summary>
    private static ColumnPlan? Time(TablePlan table)
    {
        var times = table.Columns.Where(c => c.Textual && c.Enum is null && c.Semantic is "datetime" or "date").ToList();
        return times.Find(c => c.Words.Any(Beginnings.Contains) && !c.Words.Any(w => w is "last" or "updated" or "modified"))
            ?? (times.Count == 1 ? times[0] : null);
    }

    private static ColumnPlan? Sortable(TablePlan table, IReadOnlyList<string> words) =>
        (ColumnMatcher.Match(table, words) ?? ColumnMatcher.Exact(table, [.. words, "at"]) ?? ColumnMatcher.Exact(table, [.. words, "date"])
            ?? (words is ["date"] or ["time"] or ["recency"] ? Time(table) : null)) is { Scalar: true } column && column.Type != ColumnType.Boolean
                ? column
                : null;
}
