using AgentScaler.Contracts.Environments.V1;
using AgentScaler.Serving.Sessions;

namespace AgentScaler.Serving.Rpc;

/// <summary>The session of one stream, and its next step.</summary>
internal sealed class StreamedEpisode(EnvironmentSessions sessions, CancellationToken cancellationToken)
{
    private string _run = "";
    private string? _session;
    private int _next;

    private string Session => _session ?? throw new InvalidOperationException("The stream has no session yet; its first message opens or resumes one.");

    public async Task<InteractResponse> AnswerAsync(InteractRequest request) => request.ActionCase switch
    {
        InteractRequest.ActionOneofCase.Open => new InteractResponse { Opened = await OpenAsync(request.Open) },
        InteractRequest.ActionOneofCase.Resume => new InteractResponse { Opened = await ResumeAsync(request.Resume) },
        InteractRequest.ActionOneofCase.Call => new InteractResponse
        {
            Result = EnvironmentGrpcService.Answer(
                await sessions.CallAsync(_run, Session, _next++, request.Call.Name, request.Call.ArgumentsJson, cancellationToken)),
        },
        InteractRequest.ActionOneofCase.Finish => new InteractResponse { Evaluation = await FinishAsync(request.Finish) },
        _ => throw new ArgumentException("A message of the stream holds none of open, resume, call and finish."),
    };

    private async Task<SessionOpened> OpenAsync(OpenSessionRequest request)
    {
        RequireNone();
        var opened = await sessions.OpenAsync(request.RunId, request.Domain, request.TaskId, cancellationToken);
        (_run, _session) = (opened.Run, opened.Id);
        return new SessionOpened { SessionId = opened.Id, Domain = opened.Domain, Intent = opened.Intent, RunId = opened.Run };
    }

    private async Task<SessionOpened> ResumeAsync(ResumeAction request)
    {
        RequireNone();
        var opened = await sessions.LookAsync(
            request.RunId,
            request.SessionId,
            (run, live) => new SessionOpened { SessionId = live.Document.Id, Domain = live.Document.Domain, NextStep = live.Calls.Count, RunId = run },
            cancellationToken);
        (_run, _session, _next) = (opened.RunId, opened.SessionId, opened.NextStep);
        return opened;
    }

    private async Task<EvaluateResponse> FinishAsync(FinishAction request)
    {
        var verdict = await sessions.JudgeAsync(_run, Session, request.Answer, cancellationToken);
        await sessions.CloseAsync(_run, Session, cancellationToken);
        return EnvironmentGrpcService.Evaluation(verdict, request.Answer);
    }

    private void RequireNone()
    {
        if (_session is not null)
        {
            throw new InvalidOperationException("The stream has its session already; one stream is one episode.");
        }
    }
}
