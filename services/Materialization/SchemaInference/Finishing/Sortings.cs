using AgentScaler.Environments.Schema;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Decides which order each value of a sort parameter means.</summary>
internal static class Sortings
{
    private const int MaxColumns = 8;

    public static Sorting? Of(ToolReading reading, TableModel table)
    {
        var sort = reading.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Sort);
        return sort is null ? null : new Sorting(sort, reading.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Direction), sort.Node.Enum is { } values
            ? Named(table, values)
            : Any(table));
    }

    private static List<SortChoice> Named(TableModel table, IReadOnlyList<Environments.Values.Value> values)
    {
        var found = new List<SortChoice>();
        foreach (var value in values.Where(v => v.IsString).Take(2 * MaxColumns))
        {
            var words = Words.Split(value.AsString).ToList();
            var descending = value.AsString.StartsWith('-') || (words.Count > 1 && words[^1] is "desc" or "descending");
            if (words.Count > 1 && words[^1] is "asc" or "desc" or "ascending" or "descending")
            {
                words.RemoveAt(words.Count - 1);
            }

            if (words.Count > 0 && Sortable(table, words) is { } column)
            {
                found.Add(new SortChoice(value.AsString, column, descending));
            }
        }

        return found;
    }

    private static List<SortChoice> Any(TableModel table) =>
        [.. table.Columns.Where(c => c.Scalar && c.Type != ColumnType.Boolean).Take(MaxColumns)
            .SelectMany(c => new[] { new SortChoice(c.Name, c, false), new SortChoice("-" + c.Name, c, true) })];

    private static ColumnModel? Sortable(TableModel table, IReadOnlyList<string> words) =>
        (ColumnMatcher.Match(table, words) ?? ColumnMatcher.Exact(table, [.. words, "at"])
            ?? ColumnMatcher.Exact(table, [.. words, "date"])) is { Scalar: true } column ? column : null;
}
