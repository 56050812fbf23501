using AgentScaler.Environments.Schema;
using AgentScaler.Environments.States;
using AgentScaler.Environments.Values;
using AgentScaler.Language;
using AgentScaler.Materialization.Programs;
using AgentScaler.Materialization.SchemaInference;

namespace AgentScaler.Materialization.Proofs;

/// <summary>Which rows a read must give, said a second time and in another way: straight from the intent and the rows.</summary>
internal static class RowOracle
{
    public const int DefaultLimit = 20;

    public static List<ObjectValue> Matching(ToolIntent intent, DatabaseState state, Value arguments)
    {
        var table = intent.Table!;
        return [.. state.Rows(table.Name).Where(r =>
            intent.Scope.All(s => Same(r[s.Column.Name], ArgumentForge.Of(arguments, s.Parameter)))
            && intent.Filters.All(f => Passes(f, r, ArgumentForge.Of(arguments, f.Parameter)))
            && intent.Reading.Parameters.Where(p => p.Role == ParameterRole.Search && p.Node.Kind is NodeKind.String or NodeKind.Any).All(p => Found(table, r, ArgumentForge.Of(arguments, p))))];
    }

    /// <summary>The page of the rows that the paging arguments ask for.</summary>
    public static (List<ObjectValue> Rows, int Offset, int? Limit) Page(ToolIntent intent, List<ObjectValue> rows, Value arguments)
    {
        var parameters = intent.Reading.Parameters;
        int? limit = parameters.FirstOrDefault(p => p.Role == ParameterRole.Limit) is { } l ? Whole(ArgumentForge.Of(arguments, l)) ?? DefaultLimit
            : parameters.Any(p => p.Role == ParameterRole.Page) ? DefaultLimit : null;
        var offset = 0;
        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Offset) is { } o)
        {
            offset = Whole(ArgumentForge.Of(arguments, o)) ?? 0;
        }
        else if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Page) is { } page)
        {
            var first = page.Node.Minimum == 0 || page.Node.Default is { IsNumber: true, AsNumber: 0 } ? 0 : 1;
            offset = ((Whole(ArgumentForge.Of(arguments, page)) ?? first) - first) * limit!.Value;
        }
        else if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Cursor && p.Node.Kind is NodeKind.String or NodeKind.Any) is { } cursor)
        {
            offset = ArgumentForge.Of(arguments, cursor) is { IsString: true } text && int.TryParse(text.AsString, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : 0;
        }

        offset = Math.Max(0, offset);
        limit = limit is { } bound ? Math.Max(0, bound) : null;
        return ([.. rows.Skip(offset).Take(limit ?? int.MaxValue)], offset, limit);
    }

    /// <summary>Whether two rows stand in the order that the sort arguments ask for; true where they ask for none.</summary>
    public static bool InOrder(ToolIntent intent, ObjectValue first, ObjectValue second, Value arguments)
    {
        var parameters = intent.Reading.Parameters;
        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Sort) is not { } sort || ArgumentForge.Of(arguments, sort) is not { IsString: true } value)
        {
            return true;
        }

        var choice = ReadPrograms.Choices(intent.Table!, sort).FirstOrDefault(c => c.Value == value.AsString);
        if (choice.Column is null)
        {
            return true;
        }

        var descending = choice.Descending;
        if (parameters.FirstOrDefault(p => p.Role == ParameterRole.Direction) is { } direction && ArgumentForge.Of(arguments, direction) is { IsNull: false } way)
        {
            descending |= way.IsString ? way.AsString.StartsWith("desc", StringComparison.OrdinalIgnoreCase) : way.IsTrue == Words.Snake(direction.Name).StartsWith("desc", StringComparison.Ordinal);
        }

        return InOrder(first[choice.Column.Name], second[choice.Column.Name], descending);
    }

    /// <summary>Whether two values may stand in this order.</summary>
    public static bool InOrder(Value a, Value b, bool descending)
    {
        if (a.IsNull || b.IsNull)
        {
            return a == b || a.IsNull != descending;
        }

        var order = a.IsNumber ? a.AsNumber.CompareTo(b.AsNumber) : a.IsString ? string.CompareOrdinal(a.AsString, b.AsString) : 0;
        return descending ? order >= 0 : order <= 0;
    }

    /// <summary>Whether a stored value is the one that an argument names, whatever type it is written in.</summary>
    public static bool Same(Value stored, Value given) =>
        stored == given || (!stored.IsNull && !given.IsNull && stored.Kind != given.Kind && Plain(stored) == Plain(given));

    private static bool Passes(ColumnBinding filter, ObjectValue row, Value given)
    {
        var (column, parameter) = filter;
        var value = row[column.Name];
        if (given.IsNull)
        {
            return !parameter.Required || parameter.Container is not null || value.IsNull;
        }

        switch (parameter.Role)
        {
            case ParameterRole.From:
                return Compare(value, given) >= 0;
            case ParameterRole.To:
                return Compare(value, given) <= 0 || (value.IsString && given.IsString && column.Type != ColumnType.Date && column.Semantic == "datetime" && value.AsString.StartsWith(given.AsString, StringComparison.Ordinal));
        }

        if (given.IsArray)
        {
            return given.AsArray.Length == 0 || given.AsArray.ToArray().Any(g => Same(value, g));
        }

        if (value.IsArray)
        {
            return value.AsArray.Contains(given);
        }

        if (column.Type == ColumnType.String && value.IsString && given.IsString && column.Enum is null && column.References is null && parameter.Node.Enum is null)
        {
            return column.Semantic switch
            {
                "name" or "title" or "text" or "person_name" or "product" or "company" => value.AsString.Contains(given.AsString, StringComparison.OrdinalIgnoreCase),
                "city" or "country" or "category" or "genre" => string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase),
                _ => value == given,
            };
        }

        return column.Semantic is "city" or "country" or "category" or "genre" && value.IsString && given.IsString
            ? string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase)
            : Same(value, given);
    }

    private static bool Found(TablePlan table, ObjectValue row, Value given)
    {
        var columns = ReadPrograms.Searched(table);
        return given.IsNull || columns.Count == 0
            || string.Join(' ', columns.Select(c => row[c.Name].IsString ? row[c.Name].AsString : "")).Contains(Plain(given), StringComparison.OrdinalIgnoreCase);
    }

    private static int Compare(Value value, Value given) =>
        value.IsNull ? -1
        : value.IsNumber && given.IsNumber ? value.AsNumber.CompareTo(given.AsNumber)
        : value.IsString && given.IsString ? string.CompareOrdinal(value.AsString, given.AsString) : 0;

    private static int? Whole(Value value) => value.IsNumber ? (int)Math.Clamp(Math.Floor(value.AsNumber), -1e9, 1e9) : null;

    private static string Plain(Value value) => value.IsString ? value.AsString : value.ToJson();
}
