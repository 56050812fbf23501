using System.Text.Json;
using AgentScaler.Collection.Documents;
using AgentScaler.Collection.Schemas;

namespace AgentScaler.Collection.Importing.Functions;

/// <summary>Turns a response whose leaves name their types (<c>"str"</c>, <c>"list of int with length 3"</c>) into a schema.</summary>
internal static class ResponseTemplate
{
    private const int MaximumDepth = 12;

    public static JsonElement ToSchema(JsonElement template) => JsonBuffer.Element(writer => Write(writer, template, 0));

    private static void Write(Utf8JsonWriter writer, JsonElement value, int depth)
    {
        writer.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth < MaximumDepth:
                writer.WriteString("type", "object");
                writer.WriteStartObject("properties");
                foreach (var member in value.DistinctMembers().Where(member => member.Name.Length > 0 && member.Name != "_list_length"))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array when depth < MaximumDepth:
                writer.WriteString("type", "array");
                writer.WritePropertyName("items");
                WriteItems(writer, value, depth);
                break;
            case JsonValueKind.String:
                WriteLeaf(writer, value.GetString()!);
                break;
            case JsonValueKind.Number:
                writer.WriteString("type", EnumerationValues.TypeOf(value));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteString("type", "boolean");
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonElement list, int depth)
    {
        if (list.GetArrayLength() == 0)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        // ["list of str with length 10"] means the list itself, not a list of lists.
        if (list[0].Text() is { } text && TypeNames.Normalize(text) is { Name: "array" } array)
        {
            writer.WriteStartObject();
            if (array.Items is not null)
            {
                writer.WriteString("type", array.Items);
            }

            writer.WriteEndObject();
            return;
        }

        Write(writer, list[0], depth + 1);
    }

    private static void WriteLeaf(Utf8JsonWriter writer, string text)
    {
        if (text == "empty list")
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            writer.WriteEndObject();
        }
        else if (TypeNames.Normalize(text) is { } type)
        {
            // "NoneType" means that the field exists, with an unknown type.
            if (type.Name != "null")
            {
                writer.WriteString("type", type.Name);
            }

            if (type.Name == "array")
            {
                writer.WriteStartObject("items");
                if (type.Items is not null)
                {
                    writer.WriteString("type", type.Items);
                }

                writer.WriteEndObject();
            }
        }
        else
        {
            writer.WriteString("type", "string");
        }
    }
}
