using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentScaler.Environments;

namespace AgentScaler.Trajectories;

/// <summary>An environment's tools as OpenAI function tools, the text that an agent is given.</summary>
public static class OpenAiTools
{
    private static readonly ConditionalWeakTable<EnvironmentDefinition, string> Written = [];

    /// <summary>Compact JSON: <c>[{"type":"function","function":{"name","description","parameters"}}]</c>.</summary>
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
                writer.WriteString("description", tool.Description);
                writer.WritePropertyName("parameters");
                tool.Parameters.WriteTo(writer);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
