using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>The names of types in schemas and in messages.</summary>
internal static class SchemaTypeNames
{
    private static readonly (string Name, Kinds Type)[] All =
    [
        ("null", Kinds.Null),
        ("boolean", Kinds.Boolean),
        ("integer", Kinds.Integer),
        ("number", Kinds.Number),
        ("string", Kinds.String),
        ("array", Kinds.Array),
        ("object", Kinds.Object),
    ];

    /// <summary>Parses a name. An unknown name gives None, because such a type is not enforced.</summary>
    public static Kinds Parse(string name) => Array.Find(All, t => t.Name == name).Type;

    public static string Expected(Kinds types) =>
        string.Join(" or ", All.Where(t => (types & t.Type) != 0).Select(t => t.Name));

    public static string Of(Value value) => All[value.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Boolean => 1,
        ValueKind.Number => 3,
        ValueKind.String => 4,
        ValueKind.Array => 5,
        _ => 6,
    }].Name;

    public static bool Allow(Kinds types, Value value) => value.Kind switch
    {
        ValueKind.Null => (types & Kinds.Null) != 0,
        ValueKind.Boolean => (types & Kinds.Boolean) != 0,
        ValueKind.Number => (types & Kinds.Number) != 0 || ((types & Kinds.Integer) != 0 && value.IsInteger),
        ValueKind.String => (types & Kinds.String) != 0,
        ValueKind.Array => (types & Kinds.Array) != 0,
        _ => (types & Kinds.Object) != 0,
    };
}
