using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Proofs;

/// <summary>Which rows of those that match a list must show, and in which order: said straight from the effect and the rows.</summary>
internal static class ListOracle
{
    public const int DefaultLimit = 20;

    /// <summary>The matching rows in the order that the caller asks for, and within it in the one that the documentation states.</summary>
    public static List<ObjectValue> Ordered(ListEffect effect, Situation situation)
    {
        var rows = situation.Select(effect).ToList();
        foreach (var order in (effect.Order?.All ?? []).Reverse())
        {
            rows = Sorted(rows, (first, second) => InOrder(order.Key(first), order.Key(second), order.Descending));
        }

        return effect.Sorting is { } sorting && Asked(sorting, situation) is var (chosen, reversed)
            ? Sorted(rows, (first, second) => InOrder(first[chosen.Name], second[chosen.Name], reversed))
            : rows;
    }

    /// <summary>The page of the rows that the paging arguments ask for.</summary>
    public static (List<ObjectValue> Rows, int Offset, int? Limit) Page(ToolModel tool, List<ObjectValue> rows, Situation situation)
    {
        int? limit = tool.With(ParameterRole.Limit) is { } l
            ? Whole(situation.Given(l)) ?? Usual(tool)
            : tool.With(ParameterRole.Page) is not null ? Usual(tool)
            : (tool.Effect as ListEffect)?.PageSize;
        var offset = 0;
        if (tool.With(ParameterRole.Offset) is { } o)
        {
            offset = Whole(situation.Given(o)) ?? 0;
        }
        else if (tool.With(ParameterRole.Page) is { } page)
        {
            var first = page.Node.Minimum == 0 || page.Node.Default is { IsNumber: true, AsNumber: 0 } ? 0 : 1;
            offset = ((Whole(situation.Given(page)) ?? first) - first) * limit!.Value;
        }
        else if (Cursor(tool) is { } cursor)
        {
            offset = situation.Given(cursor) is { IsString: true } text
                && int.TryParse(text.AsString, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : 0;
        }

        offset = Math.Max(0, offset);
        limit = limit is { } bound ? Math.Max(0, bound) : null;
        return ([.. rows.Skip(offset).Take(limit ?? int.MaxValue)], offset, limit);
    }

    private static int Usual(ToolModel tool) => (tool.Effect as ListEffect)?.PageSize ?? DefaultLimit;

    /// <summary>The parameter that takes the cursor of a page, or null.</summary>
    public static ToolParameter? Cursor(ToolModel tool) =>
        tool.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Cursor && p.Node.Kind is NodeKind.String or NodeKind.Any);

    /// <summary>The column and the direction that the caller asks for, or null.</summary>
    private static (ColumnModel Column, bool Descending)? Asked(Sorting sorting, Situation situation)
    {
        if (situation.Given(sorting.Parameter) is not { IsString: true } value
            || sorting.Choices.FirstOrDefault(c => c.Value == value.AsString) is not { } choice)
        {
            return null;
        }

        var descending = choice.Descending;
        if (sorting.Direction is { } direction && situation.Given(direction) is { IsNull: false } way)
        {
            descending |= way.IsString
                ? way.AsString.StartsWith("desc", StringComparison.OrdinalIgnoreCase)
                : way.IsTrue == Words.Snake(direction.Name).StartsWith("desc", StringComparison.Ordinal);
        }

        return (choice.Column, descending);
    }

    /// <summary>Whether two values may stand in this order.</summary>
    private static bool InOrder(Value a, Value b, bool descending)
    {
        if (a.IsNull || b.IsNull)
        {
            return a == b || a.IsNull != descending;
        }

        var order = a.IsNumber ? a.AsNumber.CompareTo(b.AsNumber) : a.IsString ? string.CompareOrdinal(a.AsString, b.AsString) : 0;
        return descending ? order >= 0 : order <= 0;
    }

    /// <summary>Insertion sort by the oracle's own comparison; it is stable, so rows that tie stay in order of key.</summary>
    private static List<ObjectValue> Sorted(List<ObjectValue> rows, Func<ObjectValue, ObjectValue, bool> inOrder)
    {
        var sorted = new List<ObjectValue>();
        foreach (var row in rows)
        {
            var at = sorted.Count;
            while (at > 0 && !inOrder(sorted[at - 1], row))
            {
                at--;
            }

            sorted.Insert(at, row);
        }

        return sorted;
    }

    private static int? Whole(Value value) => value.IsNumber ? (int)Math.Clamp(Math.Floor(value.AsNumber), -1e9, 1e9) : null;
}
