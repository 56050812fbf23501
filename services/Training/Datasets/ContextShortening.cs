using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Environments.JsonSchemas;
using AgentScaler.Pipeline.Options;
using AgentScaler.Tools;
using AgentScaler.Trajectories;

namespace AgentScaler.Training.Datasets;

/// <summary>
/// Makes a context short enough for a small model: it shortens the system message and the descriptions of tools and their parameters. Names, types and
/// required members stay. Training and generation shorten in the same way, because a checkpoint carries its encoding.
/// </summary>
public static class ContextShortening
{
    /// <summary>Returns the messages with a system message of at most <see cref="EncodingOptions.MaxSystem"/> characters; with 0, without it.</summary>
    public static IReadOnlyList<ChatMessage> Shorten(IReadOnlyList<ChatMessage> messages, EncodingOptions options)
    {
        if (options.MaxSystem is not { } limit || messages.Count == 0 || messages[0].Role != "system")
        {
            return messages;
        }
        return limit == 0 ? [.. messages.Skip(1)] : [messages[0] with { Content = Cut(messages[0].Content ?? "", limit) }, .. messages.Skip(1)];
    }

    /// <summary>
    /// Returns the tools (JSON text) with descriptions of at most <see cref="EncodingOptions.MaxDescription"/> characters; with 0, without them.
    /// </summary>
    /// <exception cref="JsonException">The tools are not JSON.</exception>
    public static string Shorten(string tools, EncodingOptions options)
    {
        if (options.MaxDescription is not { } limit || string.IsNullOrWhiteSpace(tools))
        {
            return tools;
        }
        var root = JsonNode.Parse(tools);
        foreach (var tool in (root as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            var function = tool["function"] as JsonObject ?? tool;
            CutDescription(function, limit);
            foreach (var schema in WrittenSchemas.In(function["parameters"]))
            {
                CutDescription(schema, limit);
            }
        }

        return root?.ToJsonString(ContractJson.Options) ?? tools;
    }

    private static void CutDescription(JsonObject node, int limit)
    {
        if (node["description"] is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return;
        }
        if (limit == 0)
        {
            node.Remove("description");
        }
        else
        {
            node["description"] = Cut(value.GetValue<string>(), limit);
        }
    }

    /// <summary>Cuts between code points.</summary>
    private static string Cut(string text, int limit) =>
        text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
}
