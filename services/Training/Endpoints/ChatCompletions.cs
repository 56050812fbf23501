using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Endpoints;

/// <summary>
/// OpenAI's chat completions over the checkpoints: <c>model</c> is a checkpoint's name, or RUN/NAME. A stream is the whole
/// reply in one chunk. Sampling is greedy unless the request gives a temperature.
/// </summary>
internal static class ChatCompletions
{
    private const int MostTokens = 512;

    public static async Task<IResult> CompleteAsync(HttpContext http, IPolicyGenerator policies, CancellationToken cancellationToken)
    {
        try
        {
            var request = await JsonSerializer.DeserializeAsync<ChatCompletionRequest>(http.Request.Body, ContractJson.Options, cancellationToken)
                ?? throw new JsonException("the body is null");
            var reply = await policies.GenerateAsync(Read(request), cancellationToken);
            var body = Write(request, reply);
            return request.Stream == true
                ? Results.Text($"data: {Chunk(body)}\n\ndata: [DONE]\n\n", "text/event-stream")
                : Results.Text(body.ToJsonString(ContractJson.Options), "application/json");
        }
        catch (PolicyUnavailableException exception)
        {
            return Problem(exception.Message, "model_not_found", StatusCodes.Status404NotFound);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return Problem(exception.Message, "invalid_request_error", StatusCodes.Status400BadRequest);
        }
    }

    private static PolicyRequest Read(ChatCompletionRequest request)
    {
        if (string.IsNullOrEmpty(request.Model)) throw new ArgumentException("'model' is missing: the name of a checkpoint, or RUN/NAME.");
        if (request.Messages is not { Count: > 0 } messages) throw new ArgumentException("'messages' is missing or empty.");
        if (request.N is > 1) throw new ArgumentException("'n' must be 1.");
        if (request.Temperature is < 0 or > 10) throw new ArgumentException("'temperature' must be between 0 and 10.");
        var slash = request.Model.IndexOf('/', StringComparison.Ordinal);
        var withoutTools = request.ToolChoice is { ValueKind: JsonValueKind.String } choice && choice.GetString() == "none";
        return new PolicyRequest(
            request.Model[(slash + 1)..], [.. messages.Select(Message)],
            withoutTools || request.Tools is not { ValueKind: JsonValueKind.Array } tools ? "[]" : tools.GetRawText(), request.Seed ?? 0)
        {
            Run = slash > 0 ? request.Model[..slash] : null,
            Temperature = request.Temperature ?? 0,
            TopP = request.TopP ?? 1,
            MaxTokens = Math.Clamp(request.MaxCompletionTokens ?? request.MaxTokens ?? 256, 1, MostTokens),
        };
    }

    /// <summary>A message whose content may be a text or a list of text parts.</summary>
    private static ChatMessage Message(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object) throw new ArgumentException("A message is an object.");
        var node = JsonObject.Create(message)!;
        if (node["content"] is JsonArray parts)
            node["content"] = string.Concat(parts.Select(p => p?["type"]?.GetValue<string>() == "text" ? p["text"]!.GetValue<string>() : throw new ArgumentException("Only text parts can be read.")));
        var read = node.Deserialize<ChatMessage>(ContractJson.Options)!;
        return read.Role is "system" or "user" or "assistant" or "tool" ? read
            : read.Role == "developer" ? read with { Role = "system" }
            : throw new ArgumentException($"A message's role is '{read.Role}'; it must be system, user, assistant or tool.");
    }

    private static JsonObject Write(ChatCompletionRequest request, PolicyReply reply) => new()
    {
        ["id"] = ContentId.Of("chatcmpl", JsonSerializer.Serialize(request, ContractJson.Options)),
        ["object"] = "chat.completion",
        ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["model"] = request.Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = JsonSerializer.SerializeToNode(reply.Message, ContractJson.Options),
            ["finish_reason"] = reply.FinishReason,
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = reply.PromptTokens, ["completion_tokens"] = reply.CompletionTokens, ["total_tokens"] = reply.PromptTokens + reply.CompletionTokens,
        },
    };

    private static string Chunk(JsonObject body)
    {
        body["object"] = "chat.completion.chunk";
        var choice = body["choices"]![0]!.AsObject();
        var delta = choice["message"]!.DeepClone();
        for (var i = 0; i < (delta["tool_calls"]?.AsArray().Count ?? 0); i++) delta["tool_calls"]![i]!["index"] = i;
        choice.Remove("message");
        choice["delta"] = delta;
        return body.ToJsonString(ContractJson.Options);
    }

    private static IResult Problem(string message, string type, int status) =>
        Results.Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type } }, statusCode: status);
}
