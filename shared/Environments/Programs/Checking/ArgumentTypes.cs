using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The static types of a tool's arguments, read from its parameter schema.</summary>
internal static class ArgumentTypes
{
    /// <summary>The depth beyond which a member may have any value. It also ends recursive schemas.</summary>
    private const int MaxDepth = 8;

    public static IReadOnlyDictionary<string, StaticType> Of(ToolSchema parameters)
    {
        var types = new Dictionary<string, StaticType>(StringComparer.Ordinal);
        foreach (var property in parameters.Properties)
        {
            var type = Of(property.Schema, 0);
            types[property.Name] = property.Required || property.Schema.Default is { IsNull: false } ? type : type.OrNull();
        }

        return types;
    }

    private static StaticType Of(ToolSchema schema, int depth)
    {
        if (depth > MaxDepth || !schema.IsObject)
        {
            return StaticType.Any;
        }

        if (schema.ReferenceText is not null)
        {
            return schema.Reference is { } target ? Of(target, depth + 1) : StaticType.Any;
        }

        var kinds = KindsOf(schema);
        if (schema.IsNullable)
        {
            kinds |= Kinds.Null;
        }

        var items = kinds.HasFlag(Kinds.Array) && schema.Items is { } item ? Of(item, depth + 1) : null;
        return new StaticType(kinds, Members: kinds.HasFlag(Kinds.Object) ? Members(schema, depth) : null, Items: items);
    }

    private static Dictionary<string, StaticType>? Members(ToolSchema schema, int depth) => schema.HasProperties
        ? schema.Properties.ToDictionary(
            p => p.Name, p => p.Required ? Of(p.Schema, depth + 1) : Of(p.Schema, depth + 1).OrNull(), StringComparer.Ordinal)
        : null;

    private static Kinds KindsOf(ToolSchema schema) =>
        schema.Types.Count == 0 ? Kinds.Any : schema.Types.Aggregate(Kinds.None, (all, name) => all | Kind(name));

    private static Kinds Kind(string name) => SchemaTypeNames.Parse(name) switch
    {
        Kinds.None => Kinds.Any,
        Kinds.Integer => Kinds.Number,
        var kind => kind,
    };
}
