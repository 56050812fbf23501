using System.Text.Json;

namespace AgentScaler.Tools;

/// <summary>Reads the self-contained JSON Schemas of tools, in which every reference leads into the schema's own <c>$defs</c>.</summary>
public static class ToolSchemas
{
    private const string DefinitionsPrefix = "#/$defs/";

    // Chains of references are short. The limit ends the search in a definition that refers to itself.
    private const int MaximumChain = 16;

    /// <summary>Follows <c>$ref</c> to a schema that is not a reference. Returns the schema itself if the reference leads nowhere.</summary>
    public static JsonElement Resolve(JsonElement root, JsonElement schema)
    {
        for (var step = 0; step < MaximumChain; step++)
        {
            if (schema.ValueKind != JsonValueKind.Object
                || !schema.TryGetProperty("$ref", out var reference)
                || reference.ValueKind != JsonValueKind.String
                || reference.GetString() is not { } text
                || !text.StartsWith(DefinitionsPrefix, StringComparison.Ordinal)
                || !root.TryGetProperty("$defs", out var definitions)
                || !definitions.TryGetProperty(text[DefinitionsPrefix.Length..], out var target))
            {
                return schema;
            }

            schema = target;
        }

        return schema;
    }

    /// <summary>Lists name and schema of each property of an object schema in the order of the source, with references resolved.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Properties(JsonElement root, JsonElement schema)
    {
        var resolved = Resolve(root, schema);
        if (resolved.ValueKind != JsonValueKind.Object
            || !resolved.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var property in properties.EnumerateObject())
        {
            yield return KeyValuePair.Create(property.Name, Resolve(root, property.Value));
        }
    }

    /// <summary>
    /// Whether an alternative of <c>anyOf</c> or <c>oneOf</c> is only a condition on members that the schema itself declares ("either an id or a title", "a
    /// card needs its token"), and not a separate schema.
    /// </summary>
    public static bool IsCondition(JsonElement schema, JsonElement form)
    {
        if (form.ValueKind != JsonValueKind.Object
            || !schema.TryGetProperty("properties", out var declared) || declared.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var keyword in form.EnumerateObject())
        {
            var isOfDeclared = keyword.Name switch
            {
                "required" => true,
                "properties" => keyword.Value.ValueKind == JsonValueKind.Object && keyword.Value.EnumerateObject().All(member => declared.TryGetProperty(member.Name, out _)),
                _ => false,
            };
            if (!isOfDeclared)
            {
                return false;
            }
        }

        return form.EnumerateObject().Any();
    }

    /// <summary>Returns the names that the object schema requires.</summary>
    public static IReadOnlySet<string> Required(JsonElement root, JsonElement schema)
    {
        var resolved = Resolve(root, schema);
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (resolved.ValueKind == JsonValueKind.Object
            && resolved.TryGetProperty("required", out var required)
            && required.ValueKind == JsonValueKind.Array)
        {
            foreach (var name in required.EnumerateArray())
            {
                if (name.ValueKind == JsonValueKind.String)
                {
                    names.Add(name.GetString()!);
                }
            }
        }

        return names;
    }
}
