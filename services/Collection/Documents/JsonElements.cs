using System.Text.Json;

namespace AgentScaler.Collection.Documents;

/// <summary>Reads members of documents with an untrusted shape. A value of the wrong kind counts as absent.</summary>
internal static class JsonElements
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? ObjectMember(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static JsonElement? ArrayMember(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    /// <summary>Returns text that is not blank, or null.</summary>
    public static string? TextMember(this JsonElement element, string name) => element.Member(name)?.Text();

    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Whether the member is <c>true</c>, or the text that people write for it.</summary>
    public static bool FlagMember(this JsonElement element, string name) => element.Member(name) is { } value && value.IsTrue();

    public static bool IsTrue(this JsonElement element) =>
        element.ValueKind == JsonValueKind.True
            || (element.ValueKind == JsonValueKind.String && string.Equals(element.GetString(), "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the members of an object in the order of first appearance. Of equal names only the last counts.</summary>
    public static IEnumerable<JsonProperty> DistinctMembers(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var members = element.EnumerateObject().ToList();
        if (members.Count < 2)
        {
            return members;
        }

        var index = new Dictionary<string, int>(members.Count, StringComparer.Ordinal);
        var distinct = new List<JsonProperty>(members.Count);
        foreach (var member in members)
        {
            if (index.TryAdd(member.Name, distinct.Count))
            {
                distinct.Add(member);
            }
            else
            {
                distinct[index[member.Name]] = member;
            }
        }

        return distinct;
    }

    /// <summary>Whether this is a number that a double cannot hold.</summary>
    public static bool IsNoNumber(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && (!element.TryGetDouble(out var number) || !double.IsFinite(number));

    /// <summary>Returns the reference of a schema: its <c>$ref</c>, else one of the dynamic forms, which lead to the anchor of their name.</summary>
    public static string? Reference(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var keyword in (ReadOnlySpan<string>)["$ref", "$dynamicRef", "$recursiveRef"])
        {
            if (element.TryGetProperty(keyword, out var reference) && reference.ValueKind == JsonValueKind.String)
            {
                return reference.GetString();
            }
        }

        return null;
    }

    /// <summary>Writes a value with duplicate members and numbers beyond a double removed.</summary>
    public static void WriteClean(this JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.DistinctMembers().Where(member => !member.Value.IsNoNumber()))
                {
                    writer.WritePropertyName(member.Name);
                    member.Value.WriteClean(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray().Where(item => !item.IsNoNumber()))
                {
                    item.WriteClean(writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when element.IsNoNumber():
            case JsonValueKind.Undefined:
                writer.WriteNullValue();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    public static JsonElement Clean(this JsonElement element) => JsonBuffer.Element(writer => element.WriteClean(writer));
}
