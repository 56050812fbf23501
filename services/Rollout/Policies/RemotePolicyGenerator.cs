using AgentScaler.Contracts.Policy.V1;
using AgentScaler.Hosting;
using AgentScaler.Trajectories;
using AgentScaler.Trajectories.Policies;
using Grpc.Core;

namespace AgentScaler.Rollout.Policies;

/// <summary>Generates with checkpoints of the training service over gRPC.</summary>
public sealed class RemotePolicyGenerator(PolicyService.PolicyServiceClient client) : IPolicyGenerator
{
    /// <summary>Most time for one reply. A small model on a busy processor takes seconds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="OutageException">The training service does not answer.</exception>
    public async Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.GenerateAsync(Write(request), deadline: DateTime.UtcNow + Limit, cancellationToken: cancellationToken);
            return new PolicyReply(Read(response.Message), response.FinishReason, response.PromptTokens, response.CompletionTokens);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
        {
            throw new PolicyUnavailableException(exception.Status.Detail, exception);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.InvalidArgument)
        {
            throw new ArgumentException(exception.Status.Detail, exception);
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            throw new OutageException($"The training service does not answer: {exception.Status.Detail}", exception);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // The server stopped in the middle of the reply.
            throw new OutageException($"The training service ended the stream early: {exception.Status.Detail}", exception);
        }
    }

    private static GenerateRequest Write(PolicyRequest request)
    {
        var written = new GenerateRequest
        {
            Policy = request.Policy,
            RunId = request.Run ?? "",
            ToolsJson = request.Tools,
            Seed = request.Seed,
            Temperature = request.Temperature,
            TopP = request.TopP,
            MaxTokens = request.MaxTokens,
            Unconstrained = !request.Constrained,
            MustCall = request.MustCall,
            SingleCall = request.SingleCall,
        };
        written.CallableTools.AddRange(request.Callable ?? []);
        written.Messages.AddRange(request.Messages.Select(Write));
        return written;
    }

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

        written.ToolCalls.AddRange((message.ToolCalls ?? []).Select(call =>
            new ToolCall { Id = call.Id, Name = call.Function.Name, ArgumentsJson = call.Function.Arguments }));
        return written;
    }

    private static ChatMessage Read(Message message) => new(message.Role, message.HasContent ? message.Content : null)
    {
        ToolCalls = message.ToolCalls.Count == 0
            ? null
            : [.. message.ToolCalls.Select(call => new ChatToolCall(call.Id, new ChatFunction(call.Name, call.ArgumentsJson)))],
        ToolCallId = message.ToolCallId.Length > 0 ? message.ToolCallId : null,
        ReasoningContent = message.HasReasoningContent ? message.ReasoningContent : null,
    };
}
