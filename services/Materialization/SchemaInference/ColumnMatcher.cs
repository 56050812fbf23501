using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Language;

namespace AgentScaler.Materialization.SchemaInference;

/// <summary>Finds the column that a parameter or property speaks of.</summary>
internal static class ColumnMatcher
{
    private static readonly HashSet<string> Affixes = new(StringComparer.Ordinal)
    {
        "new", "updated", "target", "filter", "by", "in", "eq", "contains", "exact", "like", "min", "max", "minimum", "maximum", "from", "to", "since", "until",
            "after", "before", "gte", "lte", "gt", "lt",
        "start", "end", "begin", "is", "preferred", "desired", "requested", "given", "initial", "old", "current",
    };

    /// <summary>
    /// The column of this very name; where there is none, the one that is written in the same words, unless some tool has both
    /// names beside each other: then they are two things.
    /// </summary>
    public static TColumn? Exact<TColumn>(ITableView<TColumn> table, string name)
        where TColumn : class, IColumnView
    {
        if (table.Columns.FirstOrDefault(c => c.Name == name) is { } own)
        {
            return own;
        }

        if (table.Apart.Contains(name))
        {
            return null;
        }

        var words = Words.Snake(Words.OfMember(name));
        var alike = table.Columns.Where(c => Words.Snake(c.Name) == words).ToList();
        return alike.Find(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)) ?? alike.FirstOrDefault();
    }

    /// <summary>The column of this name, else of its words, also without or with the resource's own name before it.</summary>
    public static TColumn? Match<TColumn>(ITableView<TColumn> table, string name, SchemaNode? node = null)
        where TColumn : class, IColumnView
    {
        var found = Exact(table, name);
        return found is null && !table.Apart.Contains(name) ? Match(table, Words.OfMember(name), node)
            : found is not null && node is not null && !Compatible(found, node) ? null
            : found;
    }

    public static TColumn? Exact<TColumn>(ITableView<TColumn> table, IReadOnlyList<string> words)
        where TColumn : class, IColumnView
    {
        var name = Words.Snake(words);
        return table.Columns.FirstOrDefault(c => c.Name == name || Words.Snake(c.Name) == name);
    }

    /// <summary>The column of these words, also without or with the resource's own name before it.</summary>
    public static TColumn? Match<TColumn>(ITableView<TColumn> table, IReadOnlyList<string> words, SchemaNode? node = null)
        where TColumn : class, IColumnView
    {
        var found = Exact(table, words);
        if (found is null)
        {
            var own = table.Singular.Split('_');
            var head = own[^1];
            if (words.Count > 1 && (words[0] == head || words.Take(own.Length).SequenceEqual(own)))
            {
                found = Exact(table, words[0] == head ? [.. words.Skip(1)] : [.. words.Skip(own.Length)]);
            }

            found ??= Exact(table, [.. own, .. words]) ?? Exact(table, [head, .. words]);
            found ??= Exact(table, [.. words.Take(words.Count - 1), Words.Singular(words[^1])])
                ?? Exact(table, [.. words.Take(words.Count - 1), Words.Plural(words[^1])]);
            if (found is null && words.Count > 1 && words[0] is "new" or "updated" or "filter" or "by")
            {
                found = Match(table, [.. words.Skip(1)], node);
            }
        }

        return found is not null && node is not null && !Compatible(found, node) ? null : found;
    }

    /// <summary>The column whose bound a range parameter gives.</summary>
    public static TColumn? Range<TColumn>(ITableView<TColumn> table, ToolParameter parameter)
        where TColumn : class, IColumnView
    {
        var exact = Match(table, parameter.Name);
        if (exact is { Scalar: true })
        {
            return exact;
        }

        var rest = parameter.Words.Where(w => !Affixes.Contains(w)).ToList();
        if (rest.Count > 0)
        {
            var match = Match(table, rest)
                ?? Exact(table, [.. rest, "at"]) ?? Exact(table, [.. rest, "date"]) ?? Exact(table, [.. rest, "time"])
                ?? table.Columns.FirstOrDefault(c => c.Scalar && rest.All(c.Words.Contains));
            if (match is { Scalar: true } && match.Type != Environments.Schema.ColumnType.Boolean)
            {
                return match;
            }
        }

        var numeric = parameter.Node.Kind is NodeKind.Integer or NodeKind.Number;
        if (Told(table, parameter.Node.Description, c => numeric ? c.Numeric : c.Textual && c.Semantic is "datetime" or "date" or "time") is { } told)
        {
            return told;
        }

        return numeric ? null
            : table.Columns.FirstOrDefault(c => c.Textual
                && c.Semantic is "datetime" or "date"
                && c.Words[0] is "created" or "date" or "start" or "scheduled" or "timestamp" or "departure" or "time" or "published")
                ?? table.Columns.FirstOrDefault(c => c.Textual && c.Semantic is "datetime" or "date");
    }

    /// <summary>The column of which a text speaks among other words, the one with most words of it: "Only visits that start before this instant".</summary>
    public static TColumn? Told<TColumn>(ITableView<TColumn> table, string? text, Func<TColumn, bool> fits)
        where TColumn : class, IColumnView
    {
        var stems = Words.Split(text ?? "").Select(Stems.Of).ToHashSet(StringComparer.Ordinal);
        return table.Columns.Where(c => fits(c) && Meaning(c) is { Count: > 0 } own && own.TrueForAll(stems.Contains)).MaxBy(c => Meaning(c).Count);
    }

    /// <summary>The words of a column that say which value it is, and not of what kind.</summary>
    private static List<string> Meaning(IColumnView column) =>
        [.. column.Words.Where(w => w is not ("at" or "on" or "date" or "time" or "day" or "utc" or "timestamp" or "datetime" or "is")).Select(Stems.Of)];

    private static bool Compatible(IColumnView column, SchemaNode node) => node.Kind switch
    {
        NodeKind.Object => column.Type is Environments.Schema.ColumnType.Object or Environments.Schema.ColumnType.Any,
        _ => column.Type != Environments.Schema.ColumnType.Object || node.Kind == NodeKind.Any,
    };
}
