using System.Text.Json;
using AgentScaler.Environments.Validation;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Checking;

/// <summary>The static types of a tool's arguments, read from its parameter schema.</summary>
internal static class ArgumentTypes
{
    /// <summary>The depth beyond which a member may have any value. It also ends recursive schemas.</summary>
    private const int MaxDepth = 8;

    public static IReadOnlyDictionary<string, StaticType> Of(JsonElement parameters)
    {
        var types = new Dictionary<string, StaticType>(StringComparer.Ordinal);
        if (parameters.ValueKind != JsonValueKind.Object
            || !parameters.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object)
        {
            return types;
        }

        var required = Required(parameters);
        foreach (var property in properties.EnumerateObject())
        {
            var type = Of(property.Value, parameters, 0);
            types[property.Name] = required.Contains(property.Name) || HasDefault(property.Value) ? type : type.OrNull();
        }

        return types;
    }

    private static StaticType Of(JsonElement schema, JsonElement root, int depth)
    {
        if (depth > MaxDepth || schema.ValueKind != JsonValueKind.Object)
        {
            return StaticType.Any;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(root, reference) is { } target ? Of(target, root, depth + 1) : StaticType.Any;
        }

        var kinds = KindsOf(schema);
        if (schema.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True)
        {
            kinds |= Kinds.Null;
        }

        var items = kinds.HasFlag(Kinds.Array) && schema.TryGetProperty("items", out var item) ? Of(item, root, depth + 1) : null;
        return new StaticType(kinds, Members: kinds.HasFlag(Kinds.Object) ? Members(schema, root, depth) : null, Items: items);
    }

    private static Dictionary<string, StaticType>? Members(JsonElement schema, JsonElement root, int depth)
    {
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var required = Required(schema);
        var members = new Dictionary<string, StaticType>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            var type = Of(property.Value, root, depth + 1);
            members[property.Name] = required.Contains(property.Name) ? type : type.OrNull();
        }

        return members;
    }

    private static Kinds KindsOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return Kinds.Any;
        }

        var kinds = type.ValueKind switch
        {
            JsonValueKind.String => Kind(type),
            JsonValueKind.Array => type.EnumerateArray().Aggregate(Kinds.None, (all, one) => all | Kind(one)),
            _ => Kinds.Any,
        };
        return kinds == Kinds.None ? Kinds.Any : kinds;
    }

    private static Kinds Kind(JsonElement type) =>
        (type.ValueKind == JsonValueKind.String ? SchemaTypeNames.Parse(type.GetString()!) : Kinds.None) switch
        {
            Kinds.None => Kinds.Any,
            Kinds.Integer => Kinds.Number,
            var kind => kind,
        };

    private static JsonElement? Resolve(JsonElement root, JsonElement reference)
    {
        if (reference.ValueKind != JsonValueKind.String || !reference.GetString()!.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        var at = root;
        foreach (var step in reference.GetString()![2..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static bool HasDefault(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("default", out var value) && value.ValueKind != JsonValueKind.Null;

    private static HashSet<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array
            ? required.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
}
