using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
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

    public static IEnumerable<PythonParameter> Of(ToolSchema parameters)
    {
        foreach (var property in (parameters.Resolved ?? parameters).Properties)
        {
            var annotation = Annotate(property.Schema);
            yield return new PythonParameter(
                property.Name,
                "",
                property.Required || annotation == "Any" ? annotation : annotation + " | None",
                property.Required,
                property.Required ? null : ScalarDefault(property.Schema),
                Describe(property.Name, property.Schema));
        }
    }

    private static string Annotate(ToolSchema schema) => schema.Chain.Select(s => s.Types).FirstOrDefault(t => t.Count > 0) switch
    {
        ["string"] => "str",
        ["integer"] => "int",
        ["number"] => "float",
        ["boolean"] => "bool",
        ["array"] => "list",
        ["object"] => "dict",
        _ => "Any",
    };

    /// <summary>The default beside a reference; validation fills in no other.</summary>
    private static Value? ScalarDefault(ToolSchema schema) =>
        schema.Default is { IsNull: false, IsArray: false, IsObject: false } ? schema.Default : null;

    /// <summary>
    /// Returns the description, with the allowed values in the form that trainers' docstring parsers read. A parameter without a description gets its name
    /// in words.
    /// </summary>
    private static string Describe(string name, ToolSchema schema)
    {
        var described = schema.Chain.Select(s => s.Description?.Trim()).FirstOrDefault(text => text is { Length: > 0 });
        var words = described ?? $"The {name.Replace('_', ' ').Trim()}.";
        return Choices(schema) is { } choices ? $"{words} (choices: {choices})" : words;
    }

    private static string? Choices(ToolSchema schema) =>
        schema.Chain.Select(s => s.Enum).FirstOrDefault(values => values is not null) is { Count: > 0 and <= MostChoices } values
            ? JsonSerializer.Serialize(JsonElement.Parse("[" + string.Join(",", values.Select(v => v.ToJson())) + "]"))
            : null;
}
