using System.Text.Json;
using AgentScaler.Environments.Values;

namespace AgentScaler.Environments.Programs.Python;

/// <summary>One parameter of a method.</summary>
/// <param name="Name">The argument's name in the tool's schema.</param>
/// <param name="Identifier">Its name in Python.</param>
/// <param name="Default">The schema's default if it is a scalar; else null.</param>
internal sealed record PythonParameter(
    string Name, string Identifier, string Annotation, bool Required, Value? Default, string Description)
{
    private const int MostChoices = 50;

    public static IEnumerable<PythonParameter> Of(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Object
            || !parameters.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        var required = parameters.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Where(n => n.ValueKind == JsonValueKind.String).Select(n => n.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in properties.EnumerateObject())
        {
            if (seen.Add(property.Name))
            {
                var needed = required.Contains(property.Name);
                var annotation = Annotate(property.Value);
                yield return new PythonParameter(
                    property.Name,
                    "",
                    needed || annotation == "Any" ? annotation : annotation + " | None",
                    needed,
                    needed ? null : ScalarDefault(property.Value),
                    Describe(property.Name, property.Value));
            }
        }
    }

    private static string Annotate(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return "Any";
        }

        return type.GetString() switch
        {
            "string" => "str",
            "integer" => "int",
            "number" => "float",
            "boolean" => "bool",
            "array" => "list",
            "object" => "dict",
            _ => "Any",
        };
    }

    private static Value? ScalarDefault(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("default", out var value)
            || value.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return Value.Parse(value.GetRawText());
        }
        catch (JsonException)
        {
            // A default outside the value model is ignored, and the argument may be left out.
            return null;
        }
    }

    /// <summary>
    /// Returns the description, with the allowed values in the form that trainers' docstring parsers read. A parameter without a description gets its name
    /// in words.
    /// </summary>
    private static string Describe(string name, JsonElement schema)
    {
        var described = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("description", out var text)
            && text.ValueKind == JsonValueKind.String && text.GetString()!.Trim().Length > 0;
        var words = described ? schema.GetProperty("description").GetString()!.Trim() : $"The {name.Replace('_', ' ').Trim()}.";
        return Choices(schema) is { } choices ? $"{words} (choices: {choices})" : words;
    }

    private static string? Choices(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array
        && values.GetArrayLength() is > 0 and <= MostChoices
            ? JsonSerializer.Serialize(values)
            : null;
}
