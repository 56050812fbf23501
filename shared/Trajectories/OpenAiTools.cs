using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentScaler.Environments;

namespace AgentScaler.Trajectories;

/// <summary>Writes an environment's tools as OpenAI function tools, in the text that an agent gets.</summary>
public static class OpenAiTools
{
    private static readonly string[] TopChoices = ["anyOf", "oneOf", "allOf"];
    private static readonly ConditionalWeakTable<EnvironmentDefinition, string> Written = [];

    /// <summary>Returns compact JSON: <c>[{"type":"function","function":{"name","description","parameters"}}]</c>.</summary>
    public static string Of(EnvironmentDefinition environment) => Written.GetValue(environment, Write);

    private static string Write(EnvironmentDefinition environment)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartArray();
            foreach (var tool in environment.Tools)
            {
                writer.WriteStartObject();
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                writer.WriteString("name", tool.Name);
                WriteBody(writer, tool);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// Writes the body of a function. Endpoints refuse a request whose parameter schema has a choice at its top level. Such a choice is written into the
    /// description and still applies when the tool is called.
    /// </summary>
    private static void WriteBody(Utf8JsonWriter writer, EnvironmentTool tool)
    {
        var parameters = tool.Parameters;
        var choices = parameters.ValueKind == JsonValueKind.Object
            ? parameters.EnumerateObject().Where(keyword => TopChoices.Contains(keyword.Name)).ToList()
            : [];
        var told = string.Concat(choices.Select(keyword => $" Arguments must meet \"{keyword.Name}\": {keyword.Value.GetRawText()}."));
        writer.WriteString("description", tool.Description + told);
        writer.WritePropertyName("parameters");
        if (choices.Count == 0)
        {
            parameters.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var keyword in parameters.EnumerateObject().Where(keyword => !TopChoices.Contains(keyword.Name)))
        {
            keyword.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
