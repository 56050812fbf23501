using System.Text.Json;
using AgentScaler.Contracts.Run.V1;
using AgentScaler.Gateway.Runs;
using AgentScaler.Pipeline;
using AgentScaler.Pipeline.Runs;
using Grpc.Core;

namespace AgentScaler.Gateway.Rpc;

/// <summary>Serves runs over gRPC, with the same operations as over HTTP.</summary>
internal sealed class RunGrpcService(RunLauncher launcher, RunWatcher watcher, RunRepository runs) : RunService.RunServiceBase
{
    public override async Task<StartResponse> Start(StartRequest request, ServerCallContext context)
    {
        var order = new RunOrder
        {
            Id = request.RunId.Length > 0 ? request.RunId : null,
            Sources = [.. request.Sources.Select(Read)],
            Until = request.Until.Length > 0 ? request.Until : PipelineStages.All[^1].Name,
            Options = request.OptionsJson.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(request.OptionsJson) : null,
        };
        var (run, isNew) = await launcher.StartAsync(order, context.CancellationToken);
        return new StartResponse { RunId = run.Id, Created = isNew };
    }

    public override async Task Watch(WatchRequest request, IServerStreamWriter<WatchResponse> responseStream, ServerCallContext context)
    {
        var seen = request.AfterEventId.Length > 0 ? request.AfterEventId : null;
        var run = await runs.ChosenAsync(request.RunId, context.CancellationToken);
        await foreach (var (id, view) in watcher.FollowAsync(run.Id, seen, context.CancellationToken))
        {
            var response = new WatchResponse { EventId = id, Status = view.Status, Reason = view.Reason ?? "" };
            foreach (var stage in view.Stages ?? [])
            {
                var progress = new StageProgress
                {
                    Stage = stage.Stage.Name(),
                    Done = stage.Done,
                    Dead = stage.Dead,
                    Complete = stage.IsComplete,
                    Current = stage.Current ?? ""
                };
                if (stage.Expected is { } expected)
                {
                    progress.Expected = expected;
                }

                response.Stages.Add(progress);
            }

            await responseStream.WriteAsync(response, context.CancellationToken);
        }
    }

    public override async Task<CancelResponse> Cancel(CancelRequest request, ServerCallContext context)
    {
        if (request.RunId.Length == 0)
        {
            throw new ArgumentException("run_id is empty; which run is to be ended must be said.");
        }

        var run = await runs.FindAsync(request.RunId, context.CancellationToken) ?? throw new KeyNotFoundException($"There is no run '{request.RunId}'.");
        await runs.EndAsync(run.Id, RunStatus.Cancelled, "cancelled by request", context.CancellationToken);
        return new CancelResponse { Cancelled = run.Status == RunStatus.Running };
    }

    private static OrderedSource Read(Source source) => source.OriginCase switch
    {
        Source.OriginOneofCase.Upload => new OrderedSource { Upload = source.Upload, Name = Name(source), Folder = source.Folder },
        Source.OriginOneofCase.Path => new OrderedSource { Path = source.Path },
        Source.OriginOneofCase.Inline => new OrderedSource { Inline = JsonSerializer.SerializeToElement(source.Inline.ToStringUtf8()), Name = Name(source) },
        _ => new OrderedSource(),
    };

    private static string? Name(Source source) => source.Name.Length > 0 ? source.Name : null;
}
