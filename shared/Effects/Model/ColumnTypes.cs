using System.Globalization;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;
using AgentScaler.Language;

namespace AgentScaler.Effects;

/// <summary>The kinds of column types, and which values a column takes.</summary>
public static class ColumnTypes
{
    public static bool IsScalar(this ColumnType type) => type is not (ColumnType.Array or ColumnType.Object or ColumnType.Any);

    public static bool IsTextual(this ColumnType type) => type is ColumnType.String or ColumnType.Date or ColumnType.Datetime;

    public static bool IsNumeric(this ColumnType type) => type is ColumnType.Integer or ColumnType.Number;

    /// <summary>The column type of a schema's values.</summary>
    public static ColumnType Of(SchemaNode? node) => node?.Kind switch
    {
        NodeKind.Integer => ColumnType.Integer,
        NodeKind.Number => ColumnType.Number,
        NodeKind.Boolean => ColumnType.Boolean,
        NodeKind.Array => ColumnType.Array,
        NodeKind.Object => ColumnType.Object,
        NodeKind.Any or NodeKind.Null => ColumnType.Any,
        NodeKind.String when node.Enum is null && node.Format == "date" => ColumnType.Date,
        NodeKind.String when node.Enum is null && node.Format == "date-time" => ColumnType.Datetime,
        _ => ColumnType.String,
    };

    /// <summary>Whether a row's column may hold the value.</summary>
    public static bool Holds(this ColumnModel column, Value value) => (column.Enum is null || column.Enum.Contains(value)) && column.Type switch
    {
        ColumnType.String => value.IsString,
        ColumnType.Date => value.IsString && value.AsString.Length == 10,
        ColumnType.Datetime => value.IsString && value.AsString.Length == 20,
        ColumnType.Integer => value.IsInteger,
        ColumnType.Number => value.IsNumber,
        ColumnType.Boolean => value.IsBoolean,
        ColumnType.Array => value.IsArray,
        ColumnType.Object => value.IsObject,
        _ => true,
    };

    /// <summary>The value that stands in the column when an argument is stored; null where the column holds it in no form.</summary>
    public static Value? Stored(this ColumnModel column, Value given) =>
        column.Holds(given) ? given : Converted(column, given) is { } stored && column.Holds(stored) ? stored : default(Value?);

    private static Value? Converted(ColumnModel column, Value given) => column.Type switch
    {
        _ when given.IsNull => null,
        ColumnType.String => Value.From(given.ToJson()),
        ColumnType.Integer when given.IsNumber => Math.Round(given.AsNumber),
        ColumnType.Integer or ColumnType.Number when given.IsString
            && double.TryParse(given.AsString, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => number,
        ColumnType.Array when !given.IsArray => Value.From([given]),
        _ => default(Value?),
    };
}
