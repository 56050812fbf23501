using AgentScaler.Environments.Schema;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The kinds of JSON value that an expression may give.</summary>
[Flags]
internal enum Kinds : byte
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
    Scalar = Boolean | Number | String,
    Any = Null | Scalar | Array | Object,
}

internal static class KindsExtensions
{
    public static Kinds KindOf(this Value value) => (Kinds)(1 << (int)value.Kind);

    public static Kinds Kinds(this ColumnType type) => type switch
    {
        ColumnType.String or ColumnType.Date or ColumnType.Datetime => Checking.Kinds.String,
        ColumnType.Integer or ColumnType.Number => Checking.Kinds.Number,
        ColumnType.Boolean => Checking.Kinds.Boolean,
        ColumnType.Array => Checking.Kinds.Array,
        ColumnType.Object => Checking.Kinds.Object,
        _ => Checking.Kinds.Any,
    };

    /// <summary>The kinds in words, for example "a number or null".</summary>
    public static string Words(this Kinds kinds)
    {
        if (kinds == Checking.Kinds.Any)
        {
            return "any value";
        }

        string[] words =
        [
            .. new[]
            {
                (Checking.Kinds.Boolean, "a boolean"), (Checking.Kinds.Number, "a number"), (Checking.Kinds.String, "a string"),
                (Checking.Kinds.Array, "an array"), (Checking.Kinds.Object, "an object"), (Checking.Kinds.Null, "null"),
            }.Where(p => kinds.HasFlag(p.Item1)).Select(p => p.Item2),
        ];
        return string.Join(" or ", words);
    }
}
