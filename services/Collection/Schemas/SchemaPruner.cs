using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Schemas;

/// <summary>
/// Cuts a schema to a size, in the order of the least loss: descriptions of nested schemas; ever shallower levels (a schema below the level keeps its
/// type alone); descriptions of the top level, which are shortened; long enumerations; all descriptions; and optional properties, from the last one
/// on. Required properties stay.
/// </summary>
internal static class SchemaPruner
{
    private const int ShortDescription = 80;
    private const int LongEnumeration = 20;

    private static readonly (int Level, Cut Cut)[] Plans =
    [
        (12, Cut.None), (8, Cut.None), (6, Cut.None), (5, Cut.None), (4, Cut.None), (3, Cut.None), (2, Cut.None),
        (2, Cut.LongDescriptions), (1, Cut.LongDescriptions), (1, Cut.LongDescriptions | Cut.Enumerations), (1, Cut.Descriptions | Cut.Enumerations),
    ];

    /// <returns>The pruned schema. It exceeds the bound only if its required properties alone do.</returns>
    public static byte[] Prune(byte[] json, int maximumBytes)
    {
        var schema = JsonBuffer.Element(json);
        var result = json;
        foreach (var (level, cut) in Plans)
        {
            result = JsonBuffer.Bytes(writer => WriteSchema(writer, schema, 0, level, cut));
            if (result.Length <= maximumBytes)
            {
                return result;
            }
        }

        return DropOptional(JsonBuffer.Element(result), maximumBytes);
    }

    private static byte[] DropOptional(JsonElement schema, int maximumBytes)
    {
        var required = schema.ArrayMember("required") is { } list
            ? list.EnumerateArray().Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        var room = maximumBytes - 64;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var properties = schema.ObjectMember("properties")?.EnumerateObject().ToList() ?? [];
        foreach (var property in properties.OrderBy(property => required.Contains(property.Name) ? 0 : 1))
        {
            var size = property.Value.GetRawText().Length + (2 * property.Name.Length) + 16;
            if (required.Contains(property.Name) || size <= room)
            {
                kept.Add(property.Name);
                room -= size;
            }
        }

        return JsonBuffer.Bytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (var property in properties.Where(property => kept.Contains(property.Name)))
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
            if (required.Count > 0)
            {
                writer.WritePropertyName("required");
                schema.GetProperty("required").WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    private static void WriteSchema(Utf8JsonWriter writer, JsonElement schema, int depth, int level, Cut cut)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            schema.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in schema.EnumerateObject())
        {
            WriteKeyword(writer, member, depth, level, cut);
        }

        writer.WriteEndObject();
    }

    private static void WriteKeyword(Utf8JsonWriter writer, JsonProperty member, int depth, int level, Cut cut)
    {
        switch (member.Name)
        {
            case "description" or "pattern" when depth > 1:
            case "description" when cut.HasFlag(Cut.Descriptions):
            case "enum" when cut.HasFlag(Cut.Enumerations) && member.Value.GetArrayLength() > LongEnumeration:
                break;
            case "description" when cut.HasFlag(Cut.LongDescriptions):
                writer.WriteString("description", Text.Descriptions.Clean(member.Value.GetString()!, ShortDescription));
                break;
            case "$ref" when depth >= level:
            // All forms that are cut to nothing fit, and "exactly one" would then refuse everything.
            case "oneOf" when depth + 1 >= level:
                break;
            case "$defs" or "properties" or "patternProperties" when depth < level:
                writer.WriteStartObject(member.Name);
                foreach (var property in member.Value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    WriteSchema(writer, property.Value, depth + 1, level, cut);
                }

                writer.WriteEndObject();
                break;
            case "items" or "additionalProperties" when depth < level:
                writer.WritePropertyName(member.Name);
                WriteSchema(writer, member.Value, depth + 1, level, cut);
                break;
            case "anyOf" or "oneOf" or "allOf" or "prefixItems" when depth < level:
                writer.WriteStartArray(member.Name);
                foreach (var choice in member.Value.EnumerateArray())
                {
                    WriteSchema(writer, choice, depth + 1, level, cut);
                }

                writer.WriteEndArray();
                break;
            case "items" when depth >= level:
                writer.WriteStartObject("items");
                writer.WriteEndObject();
                break;
            case "$defs" or "properties" or "patternProperties" or "required" or "anyOf" or "oneOf" or "allOf" or "prefixItems" or "additionalProperties"
                or "dependentRequired" when depth >= level:
                break;
            default:
                member.WriteTo(writer);
                break;
        }
    }

    [Flags]
    private enum Cut
    {
        None = 0,
        LongDescriptions = 1,
        Enumerations = 2,
        Descriptions = 4,
    }
}
