using AgentScaler.Environments.Values;

namespace AgentScaler.Materialization.SchemaInference.Queries;

/// <summary>
/// Finds a column that explains how the rows of the user's own database stand, where that is not the order of their keys: numbers that are kept as texts,
/// days, or another column by which all rows are sorted. Lists for which nothing else is said stand so.
/// </summary>
internal sealed class DumpedOrder(QueryScope scope)
{
    private const int Enough = 3;

    /// <summary>The order of the rows; null where their keys explain it, or nothing does.</summary>
    public ListOrder? Find()
    {
        var key = scope.Table.Key;
        var rows = scope.OwnRows;
        List<ObjectValue> byKey = [.. rows.OrderBy(r => r[key.Name], ValueOrder.Comparer)];
        return rows.Count < Enough || byKey.SequenceEqual(rows) ? null : Candidates(key).FirstOrDefault(o => Explains(o, byKey)) ?? Nearly(key, rows);
    }

    /// <summary>The numbers of the keys, where fewer rows stand against them than against the texts that they are written in.</summary>
    private ListOrder? Nearly(ColumnModel key, IReadOnlyList<ObjectValue> rows)
    {
        if (!IsNumbered(key))
        {
            return null;
        }

        var keys = rows.Select(r => r[key.Name].AsString).ToList();
        var pairs = keys.Zip(keys.Skip(1)).ToList();
        var byText = pairs.Count(p => string.CompareOrdinal(p.First, p.Second) > 0);
        var byNumber = pairs.Count(p => p.First.Length > p.Second.Length
            || (p.First.Length == p.Second.Length && string.CompareOrdinal(p.First, p.Second) > 0));
        return byNumber < byText ? new ListOrder(key, false) { Numbered = true } : null;
    }

    private IEnumerable<ListOrder> Candidates(ColumnModel key)
    {
        var dated = new DatedColumns(scope).All;
        return [
            .. IsNumbered(key) ? [new ListOrder(key, false) { Numbered = true }] : Array.Empty<ListOrder>(),
            .. dated.Select(c => new ListOrder(c, false)),
            .. dated.Select(c => new ListOrder(c, true)),
            .. scope.Table.Columns.Where(c => c.Scalar && c != key && !dated.Contains(c) && scope.IsUnique(c)).Select(c => new ListOrder(c, false)),
        ];
    }

    private bool Explains(ListOrder order, List<ObjectValue> byKey) =>
        (order.Descending ? byKey.OrderByDescending(order.Key, ValueOrder.Comparer) : byKey.OrderBy(order.Key, ValueOrder.Comparer))
            .SequenceEqual(scope.OwnRows);

    /// <summary>Whether a column's texts are one prefix and a number each.</summary>
    private bool IsNumbered(ColumnModel column) => column.Textual && scope.Values(column) is { Count: > 0 } values
        && values.All(v => v.IsString && v.AsString.Length > 0 && char.IsAsciiDigit(v.AsString[^1]))
        && values.Select(v => v.AsString.TrimEnd("0123456789".ToCharArray())).Distinct(StringComparer.Ordinal).Count() == 1;
}
