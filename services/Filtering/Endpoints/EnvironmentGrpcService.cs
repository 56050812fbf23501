using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Filtering.Sessions;
using AgentScaler.Hosting;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Tools;
using AgentScaler.Trajectories;
using Grpc.Core;
using System.Text.Json;

namespace AgentScaler.Filtering.Endpoints;

/// <summary>Environment sessions over gRPC. It hosts them beside the judge, which evaluates them.</summary>
internal sealed class EnvironmentGrpcService(
    RunRepository runs, RunChoice choice, IDocumentStore store, EnvironmentCache environments, SessionStore sessions, SessionJudge judge) : EnvironmentService.EnvironmentServiceBase
{
    /// <summary>Longest time that an episode's stream may stand still.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private SessionStore Sessions => sessions;

    private RunChoice Choice => choice;

    public override async Task<ListDomainsResponse> ListDomains(ListDomainsRequest request, ServerCallContext context)
    {
        var run = (await runs.ChosenAsync(request.RunId, context.CancellationToken)).Id;
        var domains = new List<Domain>();
        await foreach (var environment in store.WhereAsync<EnvironmentDocument>(
            Collections.Environments, run, "status", EnvironmentDocument.Materialized, context.CancellationToken))
        {
            domains.Add(new Domain { Slug = environment.Slug, EnvironmentId = environment.EnvironmentId });
        }

        var response = new ListDomainsResponse();
        response.Domains.AddRange(domains.OrderBy(domain => domain.Slug, StringComparer.Ordinal));
        return response;
    }

    public override async Task<ListToolsResponse> ListTools(ListToolsRequest request, ServerCallContext context)
    {
        var run = await choice.WithDomainAsync(request.RunId, request.Domain, context.CancellationToken);
        var environment = await EnvironmentAsync(run, request.Domain, context.CancellationToken);
        return new ListToolsResponse { ToolsJson = OpenAiTools.Of(environment.Definition), Policy = environment.Definition.Policy };
    }

    public override async Task<OpenSessionResponse> OpenSession(OpenSessionRequest request, ServerCallContext context)
    {
        var (run, session, intent) = await OpenAsync(request, context.CancellationToken);
        return new OpenSessionResponse { SessionId = session.Document.Id, Domain = session.Document.Domain, Intent = intent, RunId = run };
    }

    public override async Task<CallToolResponse> CallTool(CallToolRequest request, ServerCallContext context)
    {
        var run = await choice.WithSessionAsync(request.RunId, request.SessionId, context.CancellationToken);
        return await CallAsync(run, request.SessionId, request.StepIndex, request.Name, request.ArgumentsJson, context.CancellationToken);
    }

    public override async Task Interact(
        IAsyncStreamReader<InteractRequest> requestStream, IServerStreamWriter<InteractResponse> responseStream, ServerCallContext context)
    {
        var episode = new Episode(this, context.CancellationToken);
        while (await NextAsync(requestStream, context.CancellationToken))
        {
            await responseStream.WriteAsync(await episode.AnswerAsync(requestStream.Current), context.CancellationToken);
            if (requestStream.Current.ActionCase == InteractRequest.ActionOneofCase.Finish)
            {
                return;
            }
        }
    }

    public override async Task<GetStateResponse> GetState(GetStateRequest request, ServerCallContext context) => await sessions.WithAsync(
        await choice.WithSessionAsync(request.RunId, request.SessionId, context.CancellationToken),
        request.SessionId,
        session => Task.FromResult(new GetStateResponse
        {
            StateJson = session.Session.State().ToJson(),
            StateHash = session.Session.Hash.ToString(),
            DiffJson = session.Session.Diff().ToJson(),
        }),
        context.CancellationToken);

    public override async Task<EvaluateResponse> Evaluate(EvaluateRequest request, ServerCallContext context)
    {
        var run = await choice.WithSessionAsync(request.RunId, request.SessionId, context.CancellationToken);
        return await EvaluateAsync(run, request.SessionId, request.Answer, context.CancellationToken);
    }

    public override async Task<CloseSessionResponse> CloseSession(CloseSessionRequest request, ServerCallContext context)
    {
        var run = await choice.WithSessionAsync(request.RunId, request.SessionId, context.CancellationToken);
        return new CloseSessionResponse { Steps = await sessions.CloseAsync(run, request.SessionId, context.CancellationToken) };
    }

    private async Task<(string Run, LiveSession Session, string Intent)> OpenAsync(OpenSessionRequest request, CancellationToken cancellationToken)
    {
        if (request.TaskId.Length == 0)
        {
            var domains = await choice.WithDomainAsync(request.RunId, request.Domain, cancellationToken);
            return (domains, await sessions.OpenAsync(domains, request.Domain, null, cancellationToken), "");
        }

        var run = await choice.WithTaskAsync(request.RunId, request.TaskId, cancellationToken);
        var task = await store.FindAsync<TaskSpecification>(Collections.Tasks, run, request.TaskId, cancellationToken)
            ?? throw new KeyNotFoundException($"Run '{run}' has no task '{request.TaskId}'.");
        if (request.Domain.Length > 0 && request.Domain != task.Domain)
        {
            throw new ArgumentException($"Task '{task.Id}' is of domain '{task.Domain}', not '{request.Domain}'.");
        }

        return (run, await sessions.OpenAsync(run, task.Domain, task.Id, cancellationToken), task.Intent);
    }

    private async Task<CallToolResponse> CallAsync(string run, string session, int step, string name, string arguments, CancellationToken cancellationToken)
    {
        if (step < 0 || name.Length == 0)
        {
            throw new ArgumentException("A call needs a step_index of 0 or more and a name.");
        }

        var call = await sessions.CallAsync(run, session, step, name, arguments, cancellationToken);
        return new CallToolResponse { ResultJson = JsonSerializer.Serialize(call.Result, ContractJson.Options), StepIndex = step };
    }

    private Task<EvaluateResponse> EvaluateAsync(string run, string id, string answer, CancellationToken cancellationToken) => sessions.WithAsync(
        run,
        id,
        async session =>
        {
            var verdict = await judge.JudgeAsync(run, session, answer, cancellationToken);
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
        },
        cancellationToken);

    private async Task<AgentScaler.Environments.Sessions.CompiledEnvironment> EnvironmentAsync(string run, string domain, CancellationToken cancellationToken)
    {
        try
        {
            return await environments.GetAsync(run, domain, cancellationToken);
        }
        catch (UnrecoverableException exception)
        {
            throw new KeyNotFoundException(exception.Message, exception);
        }
    }

    private static async Task<bool> NextAsync(IAsyncStreamReader<InteractRequest> requests, CancellationToken cancellationToken)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        idle.CancelAfter(Idle);
        try
        {
            return await requests.MoveNext(idle.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, $"The episode stood still for {Idle}; its session can be resumed."));
        }
    }

    /// <summary>The session of one stream and the step that comes next.</summary>
    private sealed class Episode(EnvironmentGrpcService service, CancellationToken cancellationToken)
    {
        private string run = "";
        private string? session;
        private int next;

        public async Task<InteractResponse> AnswerAsync(InteractRequest request) => request.ActionCase switch
        {
            InteractRequest.ActionOneofCase.Open => new InteractResponse { Opened = await OpenAsync(request.Open) },
            InteractRequest.ActionOneofCase.Resume => new InteractResponse { Opened = await ResumeAsync(request.Resume) },
            InteractRequest.ActionOneofCase.Call => new InteractResponse { Result = await CallAsync(request.Call) },
            InteractRequest.ActionOneofCase.Finish => new InteractResponse { Evaluation = await FinishAsync(request.Finish) },
            _ => throw new ArgumentException("A message of the stream holds none of open, resume, call and finish."),
        };

        private async Task<SessionOpened> OpenAsync(OpenSessionRequest request)
        {
            RequireNone();
            (run, var opened, var intent) = await service.OpenAsync(request, cancellationToken);
            session = opened.Document.Id;
            return new SessionOpened { SessionId = session, Domain = opened.Document.Domain, Intent = intent, RunId = run };
        }

        private async Task<SessionOpened> ResumeAsync(ResumeAction request)
        {
            RequireNone();
            var chosen = await service.Choice.WithSessionAsync(request.RunId, request.SessionId, cancellationToken);
            var opened = await service.Sessions.WithAsync(
                chosen,
                request.SessionId,
                live => Task.FromResult(new SessionOpened { SessionId = live.Document.Id, Domain = live.Document.Domain, NextStep = live.Calls.Count, RunId = chosen }),
                cancellationToken);
            (run, session, next) = (chosen, request.SessionId, opened.NextStep);
            return opened;
        }

        private async Task<CallToolResponse> CallAsync(CallAction request) =>
            await service.CallAsync(run, Session, next++, request.Name, request.ArgumentsJson, cancellationToken);

        private async Task<EvaluateResponse> FinishAsync(FinishAction request)
        {
            var evaluation = await service.EvaluateAsync(run, Session, request.Answer, cancellationToken);
            await service.Sessions.CloseAsync(run, Session, cancellationToken);
            return evaluation;
        }

        private string Session => session ?? throw new InvalidOperationException("The stream has no session yet; its first message opens or resumes one.");

        private void RequireNone()
        {
            if (session is not null)
            {
                throw new InvalidOperationException("The stream has its session already; one stream is one episode.");
            }
        }
    }
}
