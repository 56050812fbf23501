using AgentScaler.Environments.Schema;

namespace AgentScaler.Environments.Sessions.Tables;

/// <summary>The words for column types in messages. The Python emitter writes the same words.</summary>
internal static class ColumnTypes
{
    private const int ShownValues = 20;

    public static string Words(ColumnType type) => type switch
    {
        ColumnType.String => "a string",
        ColumnType.Integer => "an integer",
        ColumnType.Number => "a number",
        ColumnType.Boolean => "a boolean",
        ColumnType.Date => "a date YYYY-MM-DD",
        ColumnType.Datetime => "an instant YYYY-MM-DDTHH:MM:SSZ",
        ColumnType.Array => "an array",
        ColumnType.Object => "an object",
        _ => "any value",
    };

    /// <summary>The end of the message that a value is outside its enumeration.</summary>
    public static string Allowed(ColumnSchema column)
    {
        var values = column.Enum!.Select(v => v.ToCanonicalJson()).ToArray();
        return "must be one of " + string.Join(", ", values.Take(ShownValues))
            + (values.Length > ShownValues ? $" and {values.Length - ShownValues} more" : "");
    }
}
