using System.Text.Json;
using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Serving.Sessions;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace AgentScaler.Serving.Rpc;

/// <summary>Serves environment sessions over gRPC.</summary>
internal sealed class EnvironmentGrpcService(EnvironmentSessions sessions, IOptions<ServingOptions> options) : EnvironmentService.EnvironmentServiceBase
{
    public override async Task<ListDomainsResponse> ListDomains(ListDomainsRequest request, ServerCallContext context)
    {
        var response = new ListDomainsResponse();
        response.Domains.AddRange((await sessions.DomainsAsync(request.RunId, context.CancellationToken))
            .Select(environment => new Domain { Slug = environment.Slug, EnvironmentId = environment.EnvironmentId }));
        return response;
    }

    public override async Task<ListToolsResponse> ListTools(ListToolsRequest request, ServerCallContext context)
    {
        var definition = (await sessions.EnvironmentAsync(request.RunId, request.Domain, context.CancellationToken)).Definition;
        return new ListToolsResponse { ToolsJson = OpenAiTools.Of(definition), Policy = definition.Policy };
    }

    public override async Task<OpenSessionResponse> OpenSession(OpenSessionRequest request, ServerCallContext context)
    {
        var opened = await sessions.OpenAsync(request.RunId, request.Domain, request.TaskId, context.CancellationToken);
        return new OpenSessionResponse { SessionId = opened.Id, Domain = opened.Domain, Intent = opened.Intent, RunId = opened.Run };
    }

    public override async Task<CallToolResponse> CallTool(CallToolRequest request, ServerCallContext context) => Answer(await sessions.CallAsync(
        request.RunId, request.SessionId, request.StepIndex, request.Name, request.ArgumentsJson, context.CancellationToken));

    public override async Task Interact(
        IAsyncStreamReader<InteractRequest> requestStream, IServerStreamWriter<InteractResponse> responseStream, ServerCallContext context)
    {
        var episode = new StreamedEpisode(sessions, context.CancellationToken);
        while (await NextAsync(requestStream, context.CancellationToken))
        {
            await responseStream.WriteAsync(await episode.AnswerAsync(requestStream.Current), context.CancellationToken);
            if (requestStream.Current.ActionCase == InteractRequest.ActionOneofCase.Finish)
            {
                return;
            }
        }
    }

    public override Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext context) => sessions.LookAsync(
        request.RunId,
        request.SessionId,
        (_, session) => new GetStateResponse
        {
            StateJson = session.Session.State().ToJson(),
            StateHash = session.Session.Hash.ToString(),
            DiffJson = session.Session.Diff().ToJson(),
        },
        context.CancellationToken);

    public override async Task<EvaluateResponse> Evaluate(EvaluateRequest request, ServerCallContext context) => Evaluation(
        await sessions.JudgeAsync(request.RunId, request.SessionId, request.Answer, context.CancellationToken), request.Answer);

    public override async Task<CloseSessionResponse> CloseSession(CloseSessionRequest request, ServerCallContext context) => new()
    {
        Steps = await sessions.CloseAsync(request.RunId, request.SessionId, context.CancellationToken),
    };

    public static CallToolResponse Answer(SessionCall call) => new()
    {
        ResultJson = JsonSerializer.Serialize(call.Result, ContractJson.Options),
        StepIndex = call.Step,
    };

    /// <param name="answer">The agent's last text to the user. Empty if the answer is not judged.</param>
    public static EvaluateResponse Evaluation(Verdict verdict, string answer)
    {
        var goal = verdict.Stages.StateAlignment != false && verdict.Stages.ExactMatch != false;
        var response = new EvaluateResponse { Reward = goal ? 1 : 0, Reason = verdict.Reason ?? "", Detail = verdict.Detail };
        if (verdict.Stages.StateAlignment is { } aligned)
        {
            response.StateAlignment = aligned;
        }

        if (verdict.Stages.ExactMatch is { } match)
        {
            response.ExactMatch = match;
        }

        if (answer.Length > 0 && verdict.Stages.Answer is { } told)
        {
            response.AnswerMatch = told;
        }

        return response;
    }

    private async Task<bool> NextAsync(IAsyncStreamReader<InteractRequest> requests, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle.CancelAfter(options.Value.Idle);
        try
        {
            return await requests.MoveNext(idle.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, $"The episode stood still for {options.Value.Idle}; its session can be resumed."));
        }
    }
}
