using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.JsonSchemas;

/// <summary>The keywords of one schema. A keyword whose value has the wrong form is read as one that is not there.</summary>
internal static class SchemaKeyword
{
    public static string? Text(JsonElement schema, string keyword)
    {
        if (!Has(schema, keyword, out var text) || text.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character is no text.
            return null;
        }
    }

    public static bool Flag(JsonElement schema, string keyword) => Has(schema, keyword, out var flag) && flag.ValueKind == JsonValueKind.True;

    public static double? Number(JsonElement schema, string keyword) =>
        Has(schema, keyword, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    public static int? Size(JsonElement schema, string keyword) =>
        Number(schema, keyword) is { } number and >= 0 and <= int.MaxValue && Math.Floor(number) == number ? (int)number : null;

    public static JsonElement? Array(JsonElement schema, string keyword) =>
        Has(schema, keyword, out var list) && list.ValueKind == JsonValueKind.Array ? list : null;

    public static JsonElement? Object(JsonElement schema, string keyword) =>
        Has(schema, keyword, out var members) && members.ValueKind == JsonValueKind.Object ? members : null;

    /// <summary>The members of an object in their order. Of a name that is written twice the last counts, as everywhere in JSON.</summary>
    public static IReadOnlyList<JsonProperty> Members(JsonElement schema, string keyword)
    {
        var found = new List<JsonProperty>();
        if (Object(schema, keyword) is not { } members)
        {
            return found;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            if (places.TryAdd(member.Name, found.Count))
            {
                found.Add(member);
            }
            else
            {
                found[places[member.Name]] = member;
            }
        }

        return found;
    }

    public static IReadOnlyList<string> Names(JsonElement? list) => list is { } names
        ? [.. names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!).Distinct(StringComparer.Ordinal)]
        : [];

    public static Value? ValueOf(JsonElement schema, string keyword) => Has(schema, keyword, out var value) ? Value(value) : null;

    /// <summary>The element as a value of the value model; null where it has no place in it (a number beyond double).</summary>
    public static Value? Value(JsonElement element)
    {
        try
        {
            return Values.Value.Parse(element.GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static bool Has(JsonElement schema, string keyword, out JsonElement value)
    {
        value = default;
        return schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out value);
    }
}
