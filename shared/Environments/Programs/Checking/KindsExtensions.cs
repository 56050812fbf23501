using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The kinds of values and of columns, and their words in the checker's messages.</summary>
internal static class KindsExtensions
{
    public static Kinds KindOf(this Value value) => (Kinds)(1 << (int)value.Kind);

    public static Kinds Kinds(this ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Date or ColumnType.Datetime => Values.Kinds.String,
        ColumnType.Integer or ColumnType.Number => Values.Kinds.Number,
        ColumnType.Boolean => Values.Kinds.Boolean,
        ColumnType.Array => Values.Kinds.Array,
        ColumnType.Object => Values.Kinds.Object,
        _ => Values.Kinds.Any,
    };

    /// <summary>The kinds in words, for example "a number or null".</summary>
    public static string Words(this Kinds kinds)
    {
        if (kinds == Values.Kinds.Any)
        {
            return "any value";
        }

        string[] words =
        [
            .. new[]
            {
                (Values.Kinds.Boolean, "a boolean"), (Values.Kinds.Number, "a number"), (Values.Kinds.String, "a string"),
                (Values.Kinds.Array, "an array"), (Values.Kinds.Object, "an object"), (Values.Kinds.Null, "null"),
            }.Where(p => kinds.HasFlag(p.Item1)).Select(p => p.Item2),
        ];
        return string.Join(" or ", words);
    }
}
