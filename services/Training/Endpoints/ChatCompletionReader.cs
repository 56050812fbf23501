using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Endpoints;

/// <summary>Reads OpenAI's request for a chat completion. No member that would change the answer is silently ignored.</summary>
internal static class ChatCompletionReader
{
    /// <exception cref="ChatRequestException">The request cannot be served in this form.</exception>
    public static PolicyRequest Read(ChatCompletionRequest request)
    {
        OtherMembers.Check(request.Others);
        if (string.IsNullOrEmpty(request.Model))
        {
            throw new ChatRequestException("'model' is missing: the name of a checkpoint, or RUN/NAME; GET /v1/models lists them.", "model");
        }
        if (request.Messages is not { Count: > 0 } messages)
        {
            throw new ChatRequestException("'messages' is missing or empty.", "messages");
        }
        if (request.N is { } n && n != 1)
        {
            throw new ChatRequestException($"'n' is {n}; it must be 1.", "n");
        }
        if (request.Temperature is < 0 or > 10)
        {
            throw new ChatRequestException("'temperature' must be between 0 and 10.", "temperature");
        }
        if (request.TopP is < 0 or > 1)
        {
            throw new ChatRequestException("'top_p' must be between 0 and 1.", "top_p");
        }
        var tools = request.Tools ?? [];
        var choice = ToolChoice.Read(request.ToolChoice, [.. tools.Select(ToolName)]);
        var slash = request.Model.IndexOf('/', StringComparison.Ordinal);
        return new PolicyRequest(
            request.Model[(slash + 1)..], [.. messages.Select(Message)],
            choice.Forbidden ? "[]" : JsonSerializer.Serialize(tools, ContractJson.Options), request.Seed ?? 0)
        {
            Run = slash > 0 ? request.Model[..slash] : null,
            Temperature = request.Temperature ?? 0,
            TopP = request.TopP ?? 1,
            MaxTokens = MostTokens(request),
            MustCall = choice.Required,
            Callable = choice.Forbidden ? null : choice.Callable,
            SingleCall = request.ParallelToolCalls == false,
        };
    }

    private static int MostTokens(ChatCompletionRequest request)
    {
        var (most, member) = request.MaxCompletionTokens is { } completion ? (completion, "max_completion_tokens") : (request.MaxTokens ?? 256, "max_tokens");
        return most > 0 ? most : throw new ChatRequestException($"'{member}' is {most}; it must be 1 or more.", member);
    }

    private static string ToolName(JsonElement tool)
    {
        if (tool.ValueKind == JsonValueKind.Object)
        {
            if (tool.TryGetProperty("type", out var type) && type.ToString() != "function")
            {
                throw new ChatRequestException($"A tool has the type '{type}'; only functions can be called.", "tools", "unsupported_parameter");
            }
            if (tool.TryGetProperty("function", out var function) && function.ValueKind == JsonValueKind.Object
                && function.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        throw new ChatRequestException("A tool must be {\"type\":\"function\",\"function\":{\"name\":NAME,...}}.", "tools");
    }

    /// <summary>Reads a message whose content is a text or a list of text parts.</summary>
    private static ChatMessage Message(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            throw new ChatRequestException("A message is an object.", "messages");
        }
        var node = JsonObject.Create(message)!;
        if (node["function_call"] is not null)
        {
            throw new ChatRequestException("A message has 'function_call'; 'tool_calls' takes its place.", "messages", "unsupported_parameter");
        }
        if (node["content"] is JsonArray parts)
        {
            node["content"] = string.Concat(parts.Select(Part));
        }
        var read = node.Deserialize<ChatMessage>(ContractJson.Options)!;
        return read.Role is "system" or "user" or "assistant" or "tool" ? read
            : read.Role == "developer" ? read with { Role = "system" }
            : throw new ChatRequestException($"A message's role is '{read.Role}'; it must be system, user, assistant or tool.", "messages");
    }

    private static string Part(JsonNode? part) =>
        part is JsonObject item && item["type"] is JsonValue type && type.ToString() == "text"
            && item["text"] is JsonValue text && text.GetValueKind() == JsonValueKind.String
            ? text.GetValue<string>()
            : throw new ChatRequestException("Only text parts of a message's content can be read.", "messages", "unsupported_parameter");
}
