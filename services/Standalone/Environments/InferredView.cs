using System.Text.Json.Nodes;

namespace AgentScaler.Standalone.Environments;

/// <summary>Shows people what was inferred about an environment, as indented lines.</summary>
internal static class InferredView
{
    public static async Task WriteAsync(TextWriter output, JsonNode node, string indent)
    {
        var members = node is JsonObject sections ? sections.Select(member => ($"{member.Key}:", member.Value)) : node.AsArray().Select(item => ("-", item));
        foreach (var (label, value) in members)
        {
            if (value is JsonObject or JsonArray)
            {
                await output.WriteLineAsync($"{indent}{label}");
                await WriteAsync(output, value, indent + "  ");
            }
            else
            {
                await output.WriteLineAsync($"{indent}{label} {value?.ToString() ?? "none"}");
            }
        }
    }
}
