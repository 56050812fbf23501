using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Validation;

/// <summary>Names of types as schemas write them and as messages print them.</summary>
internal static class SchemaTypeNames
{
    private static readonly (string Name, SchemaTypes Type)[] All =
    [
        ("null", SchemaTypes.Null),
        ("boolean", SchemaTypes.Boolean),
        ("integer", SchemaTypes.Integer),
        ("number", SchemaTypes.Number),
        ("string", SchemaTypes.String),
        ("array", SchemaTypes.Array),
        ("object", SchemaTypes.Object),
    ];

    /// <summary>None for a name that JSON Schema does not have: such a type is not enforced.</summary>
    public static SchemaTypes Parse(string name) => Array.Find(All, t => t.Name == name).Type;

    public static string Expected(SchemaTypes types) =>
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

    public static bool Allow(SchemaTypes types, Value value) => value.Kind switch
    {
        ValueKind.Null => (types & SchemaTypes.Null) != 0,
        ValueKind.Boolean => (types & SchemaTypes.Boolean) != 0,
        ValueKind.Number => (types & SchemaTypes.Number) != 0 || ((types & SchemaTypes.Integer) != 0 && value.IsInteger),
        ValueKind.String => (types & SchemaTypes.String) != 0,
        ValueKind.Array => (types & SchemaTypes.Array) != 0,
        _ => (types & SchemaTypes.Object) != 0,
    };
}
