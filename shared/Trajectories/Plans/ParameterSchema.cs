using System.Text.Json;

namespace AgentScaler.Trajectories.Plans;

/// <summary>Finds the schema of one argument in a tool's parameter schema.</summary>
public static class ParameterSchema
{
    private const int MaxReferences = 16;

    /// <summary>The schema at an argument's pointer, local references followed; undefined where there is none.</summary>
    public static JsonElement At(JsonElement parameters, string pointer)
    {
        var at = Dereference(parameters, parameters);
        foreach (var segment in ArgumentTree.Segments(pointer))
        {
            at = Member(parameters, at, segment);
            if (at.ValueKind != JsonValueKind.Object)
            {
                return default;
            }
        }

        return at;
    }

    /// <summary>The schema itself, or what its <c>$ref</c> chain leads to.</summary>
    public static JsonElement Dereference(JsonElement root, JsonElement schema)
    {
        for (var i = 0; i < MaxReferences && schema.ValueKind == JsonValueKind.Object
            && schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String; i++)
        {
            var target = reference.GetString()!;
            if (!target.StartsWith("#/", StringComparison.Ordinal))
            {
                return default;
            }

            schema = root;
            foreach (var segment in ArgumentTree.Segments(target[1..]))
            {
                if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty(segment, out schema))
                {
                    return default;
                }
            }
        }

        return schema;
    }

    private static JsonElement Member(JsonElement root, JsonElement schema, string segment)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty(segment, out var member))
        {
            return Dereference(root, member);
        }

        if (schema.TryGetProperty("items", out var items) && segment.All(char.IsAsciiDigit))
        {
            return Dereference(root, items);
        }

        foreach (var combiner in (ReadOnlySpan<string>)["allOf", "anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(combiner, out var parts) && parts.ValueKind == JsonValueKind.Array)
            {
                foreach (var part in parts.EnumerateArray())
                {
                    var found = Member(root, Dereference(root, part), segment);
                    if (found.ValueKind == JsonValueKind.Object)
                    {
                        return found;
                    }
                }
            }
        }

        return schema.TryGetProperty("additionalProperties", out var other) ? Dereference(root, other) : default;
    }
}
