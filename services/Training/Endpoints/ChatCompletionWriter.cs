using System.Text.Json;
using System.Text.Json.Nodes;
using AgentScaler.Tools;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Endpoints;

/// <summary>Writes replies in OpenAI's forms.</summary>
internal static class ChatCompletionWriter
{
    public static string Whole(ChatCompletionRequest request, PolicyReply reply)
    {
        var body = Head(request, "chat.completion");
        body["choices"] = Choices("message", Message(reply), reply.FinishReason);
        body["usage"] = Usage(reply);
        return body.ToJsonString(ContractJson.Options);
    }

    /// <summary>Writes the reply as server-sent events: the whole text in one chunk, the finish reason in the next, and the tokens if requested.</summary>
    public static string Stream(ChatCompletionRequest request, PolicyReply reply)
    {
        var delta = Message(reply);
        for (var i = 0; i < (delta["tool_calls"]?.AsArray().Count ?? 0); i++)
        {
            delta["tool_calls"]![i]!["index"] = i;
        }
        List<JsonArray> chunks = [Choices("delta", delta, null), Choices("delta", [], reply.FinishReason)];
        var usage = request.StreamOptions?.IncludeUsage == true;
        if (usage)
        {
            chunks.Add([]);
        }
        return string.Concat(chunks.Select((choices, i) =>
        {
            var body = Head(request, "chat.completion.chunk");
            body["choices"] = choices;
            if (usage)
            {
                body["usage"] = i == chunks.Count - 1 ? Usage(reply) : null;
            }
            return $"data: {body.ToJsonString(ContractJson.Options)}\n\n";
        })) + "data: [DONE]\n\n";
    }

    public static JsonObject Error(string message, string type, string? member, string? code) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = member, ["code"] = code },
    };

    private static JsonObject Head(ChatCompletionRequest request, string form) => new()
    {
        ["id"] = ContentId.Of("chatcmpl", JsonSerializer.Serialize(request, ContractJson.Options)),
        ["object"] = form,
        ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["model"] = request.Model,
    };

    private static JsonObject Message(PolicyReply reply) => JsonSerializer.SerializeToNode(reply.Message, ContractJson.Options)!.AsObject();

    private static JsonArray Choices(string name, JsonObject message, string? finish) =>
        [new JsonObject { ["index"] = 0, [name] = message, ["logprobs"] = null, ["finish_reason"] = finish }];

    private static JsonObject Usage(PolicyReply reply) => new()
    {
        ["prompt_tokens"] = reply.PromptTokens,
        ["completion_tokens"] = reply.CompletionTokens,
        ["total_tokens"] = reply.PromptTokens + reply.CompletionTokens,
    };
}
