using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Effects;

/// <summary>When a row's column matches an argument. Programs say the same in their own language; laws say it here.</summary>
public static class Matching
{
    public static Value Given(Value arguments, ToolParameter parameter) =>
        parameter.Container is { } container ? arguments[container][parameter.Name] : arguments[parameter.Name];

    /// <summary>The same arguments with one of them replaced.</summary>
    public static Value With(Value arguments, ToolParameter parameter, Value value)
    {
        if (parameter.Container is not { } container)
        {
            return Value.From(arguments.AsObject.With(parameter.Name, value));
        }

        var body = arguments[container].IsObject ? arguments[container].AsObject : ObjectValue.Empty;
        return Value.From(arguments.AsObject.With(container, Value.From(body.With(parameter.Name, value))));
    }

    /// <summary>Whether a stored value is the one that an argument names, whatever type it is written in.</summary>
    public static bool Same(Value stored, Value given) =>
        stored == given || (!stored.IsNull && !given.IsNull && stored.Kind != given.Kind && Plain(stored) == Plain(given));

    /// <summary>The value of a filter that asks for all rows: "all" or "any" among named values, where no row is called so. Null where there is none.</summary>
    public static Value? ForAll(ColumnModel column, ToolParameter parameter) => parameter.Node.Enum is { Count: > 1 } named && column.Enum is { } own
        && named.FirstOrDefault(v => v.IsString && v.AsString is "all" or "any") is { IsString: true } all && !own.Contains(all) ? all : null;

    /// <summary>Whether a row passes a filter.</summary>
    public static bool Passes(ColumnBinding filter, ObjectValue row, Value given)
    {
        var (column, parameter) = filter;
        var value = row[column.Name];
        if (given.IsNull)
        {
            return !parameter.Required || parameter.Container is not null || value.IsNull;
        }

        if (ForAll(column, parameter) == given)
        {
            return true;
        }

        switch (parameter.Role)
        {
            case ParameterRole.From:
                return parameter.Exclusive ? Compare(value, given) > 0 && !IsWithin(column, value, given) : Compare(value, given) >= 0;
            case ParameterRole.To when parameter.Exclusive:
                return !value.IsNull && Compare(value, given) < 0;
            case ParameterRole.To:
                return Compare(value, given) <= 0 || IsWithin(column, value, given);
            default:
                // Every other role is compared for equality.
                break;
        }

        if (given.IsArray)
        {
            return given.AsArray.Length == 0 || given.AsArray.ToArray().Any(g => Same(value, g));
        }

        if (value.IsArray)
        {
            return value.AsArray.Contains(given);
        }

        if (parameter.Exact || (parameter.AnyCase && column.Enum is not null))
        {
            return parameter.AnyCase && value.IsString && given.IsString ? string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase)
                : Same(value, given);
        }

        if (column.Type == ColumnType.String
            && value.IsString
            && given.IsString
            && column.Enum is null
            && column.References is null
            && parameter.Node.Enum is null)
        {
            return column.Semantic switch
            {
                "name" or "title" or "text" or "person_name" or "product"
                    or "company" => value.AsString.Contains(given.AsString, StringComparison.OrdinalIgnoreCase),
                "city" or "country" or "category" or "genre" => string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase),
                _ => parameter.AnyCase ? string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase) : value == given,
            };
        }

        return column.Semantic is "city" or "country" or "category" or "genre" && value.IsString && given.IsString
            ? string.Equals(value.AsString, given.AsString, StringComparison.OrdinalIgnoreCase)
            : Same(value, given);
    }

    /// <summary>Whether a row holds the text that a search asks for.</summary>
    public static bool Found(TextSearch search, ObjectValue row, Value given) => given.IsNull || search.Columns.Count + search.Inside.Count == 0
        || string.Join(' ', search.Columns.Select(c => row[c.Name])
                .Concat(search.Inside.Select(i => i.Members.Aggregate(row[i.Column.Name], (value, name) => value.IsObject ? value[name] : Value.Null)))
                .Select(v => v.IsString ? v.AsString : ""))
            .Contains(Plain(given), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the first value is not above the second: numbers by their size, texts by code point, a number in a text by its size.</summary>
    public static bool Ordered(Value first, Value second) => first.IsString && second.IsString
        ? string.CompareOrdinal(first.AsString, second.AsString) <= 0
        : Number(first) is { } a && Number(second) is { } b && a <= b;

    /// <summary>Whether an instant is one of the day that an argument names.</summary>
    private static bool IsWithin(ColumnModel column, Value value, Value given) => value.IsString && given.IsString
        && column.Type != ColumnType.Date && column.Semantic == "datetime" && value.AsString.StartsWith(given.AsString, StringComparison.Ordinal);

    private static double? Number(Value value) => value.IsNumber ? value.AsNumber
        : value.IsString && double.TryParse(value.AsString, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture,
            out var number) ? number : null;

    private static int Compare(Value value, Value given) =>
        value.IsNull ? -1
        : value.IsNumber && given.IsNumber ? value.AsNumber.CompareTo(given.AsNumber)
        : value.IsString && given.IsString ? string.CompareOrdinal(value.AsString, given.AsString) : 0;

    private static string Plain(Value value) => value.IsString ? value.AsString : value.ToJson();
}
