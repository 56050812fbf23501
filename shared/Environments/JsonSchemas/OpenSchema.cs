using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>Fills the members of a schema that leave open what is in them: lists of anything, objects without properties.</summary>
public static class OpenSchema
{
    private const int MaxDepth = 4;

    /// <summary>The schema with its open members filled; null where nothing is said of any.</summary>
    /// <param name="schema">The schema of an object.</param>
    /// <param name="names">The names of the properties that a member's description tells; none where it tells none.</param>
    public static JsonElement? Fill(JsonElement schema, Func<string, IReadOnlyList<string>> names)
    {
        var root = JsonNode.Parse(schema.GetRawText())!.AsObject();
        return Fill(root, names, 0) ? JsonDocument.Parse(root.ToJsonString()).RootElement.Clone() : null;
    }

    private static bool Fill(JsonObject schema, Func<string, IReadOnlyList<string>> names, int depth)
    {
        var filled = false;
        foreach (var member in depth < MaxDepth && schema["properties"] is JsonObject properties
            ? properties.Select(p => p.Value).OfType<JsonObject>().ToList() : [])
        {
            filled |= Said(member, names) is { } shape ? Put(member, shape) : Fill(member, names, depth + 1);
        }

        return filled;
    }

    private static JsonObject? Said(JsonObject member, Func<string, IReadOnlyList<string>> names)
    {
        var open = Type(member) switch
        {
            "array" => member["items"] is not JsonObject items || (Type(items) is null && items["properties"] is null && items["$ref"] is null),
            "object" => member["properties"] is not JsonObject { Count: > 0 } && member["additionalProperties"] is null,
            _ => false,
        };
        return open && member["description"] is JsonValue text && text.TryGetValue<string>(out var said) && names(said) is { Count: > 0 } told
            ? new JsonObject([.. told.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject()))])
            : null;
    }

    private static bool Put(JsonObject member, JsonObject shape)
    {
        if (Type(member) == "array")
        {
            member["items"] = new JsonObject { ["type"] = "object", ["properties"] = shape };
        }
        else
        {
            member["properties"] = shape;
        }

        return true;
    }

    private static string? Type(JsonObject schema) => schema["type"] is JsonValue type && type.TryGetValue<string>(out var word) ? word : null;
}
