using System.Text;
using System.Text.Json;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Training.Templates;

namespace AgentScaler.Training.Policies;

/// <summary>What the grammar of a call needs of an offered tool.</summary>
/// <param name="Parameters">Declared parameters by name. Null if the tool declares none and takes any.</param>
internal sealed record OfferedTool(string Name, IReadOnlyList<OfferedParameter>? Parameters)
{
    /// <exception cref="JsonException">The tools are not JSON.</exception>
    public static IReadOnlyList<OfferedTool> Read(string tools)
    {
        using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(tools) ? "[]" : tools);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("Tools are a JSON array.");
        }
        return [.. document.RootElement.EnumerateArray().Select(ReadOne).Where(t => t.Name.Length > 0)];
    }

    private static OfferedTool ReadOne(JsonElement tool)
    {
        if (tool.ValueKind != JsonValueKind.Object)
        {
            return new OfferedTool("", null);
        }
        var function = tool.TryGetProperty("function", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : tool;
        var name = function.TryGetProperty("name", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
        if (!function.TryGetProperty("parameters", out var parameters) || ToolSchema.Read(parameters).Resolved is not { IsObject: true } schema)
        {
            return new OfferedTool(name, null);
        }

        if (!schema.HasProperties)
        {
            return new OfferedTool(name, schema.Types.Count > 0 && schema.Additional is null ? [] : null);
        }

        return new OfferedTool(name, [.. schema.Properties.Select(p => OfferedParameter.Read(p.Name, p.Schema, p.Required))]);
    }

    /// <summary>Returns the form of a string in a call: JSON text in UTF-8.</summary>
    internal static byte[] Quote(string text)
    {
        var quoted = new StringBuilder();
        PythonJson.WriteString(text, quoted);
        return Encoding.UTF8.GetBytes(quoted.ToString());
    }
}
