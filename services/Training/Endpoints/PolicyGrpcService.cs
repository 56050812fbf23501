using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using Grpc.Core;

namespace AgentScaler.Training.Endpoints;

/// <summary>Generation from checkpoints over gRPC.</summary>
internal sealed class PolicyGrpcService(IPolicyGenerator policies) : PolicyService.PolicyServiceBase
{
    public override async Task<GenerateResponse> Generate(GenerateRequest request, ServerCallContext context)
    {
        try
        {
            var reply = await policies.GenerateAsync(Read(request), context.CancellationToken);
            return new GenerateResponse
            {
                Message = Write(reply.Message),
                FinishReason = reply.FinishReason,
                PromptTokens = reply.PromptTokens,
                CompletionTokens = reply.CompletionTokens,
            };
        }
        catch (PolicyUnavailableException exception)
        {
            throw new RpcException(new Status(StatusCode.NotFound, exception.Message));
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, exception.Message));
        }
    }

    private static PolicyRequest Read(GenerateRequest request) => new(
        request.Policy, [.. request.Messages.Select(Read)], request.ToolsJson.Length > 0 ? request.ToolsJson : "[]", request.Seed)
    {
        Run = request.RunId.Length > 0 ? request.RunId : null,
        Temperature = request.Temperature,
        TopP = request.TopP > 0 ? request.TopP : 1,
        MaxTokens = request.MaxTokens > 0 ? request.MaxTokens : 256,
        Constrained = !request.Unconstrained,
        MustCall = request.MustCall,
        Callable = request.CallableTools.Count > 0 ? [.. request.CallableTools] : null,
        SingleCall = request.SingleCall,
    };

    private static ChatMessage Read(Message message) => new(message.Role, message.HasContent ? message.Content : null)
    {
        ToolCalls = message.ToolCalls.Count == 0 ? null : [.. message.ToolCalls.Select(c => new ChatToolCall(c.Id, new ChatFunction(c.Name, c.ArgumentsJson)))],
        ToolCallId = message.ToolCallId.Length > 0 ? message.ToolCallId : null,
        ReasoningContent = message.HasReasoningContent ? message.ReasoningContent : null,
    };

    private static Message Write(ChatMessage message)
    {
        var written = new Message { Role = message.Role, ToolCallId = message.ToolCallId ?? "" };
        if (message.Content is { } content)
        {
            written.Content = content;
        }
        if (message.ReasoningContent is { } reasoning)
        {
            written.ReasoningContent = reasoning;
        }
        written.ToolCalls.AddRange((message.ToolCalls ?? [])
            .Select(c => new ToolCall { Id = c.Id, Name = c.Function.Name, ArgumentsJson = c.Function.Arguments }));
        return written;
    }
}
