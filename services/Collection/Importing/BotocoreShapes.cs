using System.Text.Json;
using AgentScaler.Collection.Documents;

namespace AgentScaler.Collection.Importing;

/// <summary>botocore's named shapes as JSON Schemas under <c>#/shapes/</c>.</summary>
internal static class BotocoreShapes
{
    private const string LocationKeyword = "x-location";

    /// <summary>Returns the place of an input's member in the request.</summary>
    public static string Location(JsonElement member) => member.TextMember(LocationKeyword) ?? "body";

    public static JsonElement ToSchemas(JsonElement shapes) => JsonBuffer.Element(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("shapes");
        foreach (var shape in shapes.DistinctMembers())
        {
            writer.WritePropertyName(shape.Name);
            Write(writer, shape.Value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, JsonElement shape)
    {
        writer.WriteStartObject();
        if (shape.TextMember("documentation") is { } documentation)
        {
            writer.WriteString("description", documentation);
        }

        switch (shape.TextMember("type"))
        {
            case "structure":
                WriteStructure(writer, shape);
                break;
            case "list":
                writer.WriteString("type", "array");
                writer.WritePropertyName("items");
                WriteMember(writer, shape.Member("member") ?? default);
                CopyNumber(writer, shape, "min", "minItems");
                CopyNumber(writer, shape, "max", "maxItems");
                break;
            case "map":
                writer.WriteString("type", "object");
                writer.WritePropertyName("additionalProperties");
                WriteMember(writer, shape.Member("value") ?? default);
                break;
            case "integer" or "long":
                WriteNumber(writer, shape, "integer");
                break;
            case "float" or "double":
                WriteNumber(writer, shape, "number");
                break;
            case "boolean":
                writer.WriteString("type", "boolean");
                break;
            case "timestamp":
                writer.WriteString("type", "string");
                writer.WriteString("format", "date-time");
                break;
            case "blob":
                writer.WriteString("type", "string");
                writer.WriteString("format", "binary");
                break;
            default:
                WriteString(writer, shape);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter writer, JsonElement shape)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var member in shape.ObjectMember("members")?.DistinctMembers() ?? [])
        {
            writer.WritePropertyName(member.Name);
            WriteMember(writer, member.Value);
        }

        writer.WriteEndObject();
        if (shape.ArrayMember("required") is { } required)
        {
            writer.WritePropertyName("required");
            required.WriteTo(writer);
        }
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonElement member)
    {
        writer.WriteStartObject();
        if (member.TextMember("shape") is { } shape)
        {
            writer.WriteString("$ref", "#/shapes/" + JsonPointer.Escape(shape));
        }

        if (member.TextMember("documentation") is { } documentation)
        {
            writer.WriteString("description", documentation);
        }

        if (member.TextMember("location") is { } location)
        {
            writer.WriteString(LocationKeyword, location switch
            {
                "uri" => "path",
                "querystring" => "query",
                "header" or "headers" => "header",
                _ => "body",
            });
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, JsonElement shape, string type)
    {
        writer.WriteString("type", type);
        CopyNumber(writer, shape, "min", "minimum");
        CopyNumber(writer, shape, "max", "maximum");
    }

    private static void WriteString(Utf8JsonWriter writer, JsonElement shape)
    {
        writer.WriteString("type", "string");
        CopyNumber(writer, shape, "min", "minLength");
        CopyNumber(writer, shape, "max", "maxLength");
        foreach (var keyword in (ReadOnlySpan<string>)["enum", "pattern"])
        {
            if (shape.Member(keyword) is { } value)
            {
                writer.WritePropertyName(keyword);
                value.WriteTo(writer);
            }
        }
    }

    private static void CopyNumber(Utf8JsonWriter writer, JsonElement shape, string from, string to)
    {
        if (shape.Member(from) is { ValueKind: JsonValueKind.Number } value)
        {
            writer.WritePropertyName(to);
            value.WriteTo(writer);
        }
    }
}
