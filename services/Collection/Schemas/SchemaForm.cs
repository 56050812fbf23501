using System.Text.Json;

namespace AgentScaler.Collection.Schemas;

/// <summary>The conditions of a call in one of the forms.</summary>
internal sealed record SchemaForm(HashSet<string> Required, Dictionary<string, List<JsonElement>> Constants)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        if (Constants.Count > 0)
        {
            writer.WriteStartObject("properties");
            foreach (var (name, values) in Constants)
            {
                writer.WriteStartObject(name);
                writer.WriteStartArray("enum");
                values.ForEach(value => value.WriteTo(writer));
                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteStartArray("required");
        foreach (var name in Required)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
