using System.Globalization;
using AgentScaler.Contracts.Messages;
using AgentScaler.Contracts.Training.V1;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Tools;
using AgentScaler.Training.Jobs;
using Grpc.Core;
using MassTransit;

namespace AgentScaler.Training.Endpoints;

/// <summary>Training jobs over gRPC. The answers come from the store, so the job of any worker can be watched at any server.</summary>
internal sealed class TrainingGrpcService(RunRepository runs, TrainingJobs jobs, IBus bus) : TrainingService.TrainingServiceBase
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public override async Task<StartResponse> Start(StartRequest request, ServerCallContext context)
    {
        if (request.Stage is not (1 or 2))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"stage is {request.Stage}; it must be 1 or 2."));
        }
        if (await runs.WantedAsync(request.RunId, PipelineStage.Train, context.CancellationToken) is null)
        {
            throw new RpcException(new Status(StatusCode.NotFound, $"There is no running run '{request.RunId}' that goes as far as train."));
        }
        // The coordinator names jobs in the same way, so that a stage is never trained twice.
        var job = ContentId.Of("job", "train", request.Stage.ToString(CultureInfo.InvariantCulture));
        await bus.Publish(new TrainingRequested(request.RunId, job, request.Stage), context.CancellationToken);
        return new StartResponse { JobId = job };
    }

    public override async Task Watch(WatchRequest request, IServerStreamWriter<WatchResponse> responseStream, ServerCallContext context)
    {
        var run = (await runs.ChosenAsync(request.RunId, context.CancellationToken)).Id;
        TrainingJobDocument? last = null;
        while (true)
        {
            var job = await jobs.FindAsync(run, request.JobId, context.CancellationToken)
                ?? throw new RpcException(new Status(StatusCode.NotFound, $"Run '{run}' has no training job '{request.JobId}'."));
            if (last is null || (job.Status, job.Step, job.Loss) != (last.Status, last.Step, last.Loss))
            {
                var response =
                    new WatchResponse { Status = job.Status, Step = job.Step, Steps = job.Steps, Checkpoint = job.Checkpoint ?? "", Reason = job.Reason ?? "" };
                if (job.Loss is { } loss)
                {
                    response.Loss = loss;
                }
                await responseStream.WriteAsync(response, context.CancellationToken);
                last = job;
            }

            if (job.Status is not (TrainingStatus.Queued or TrainingStatus.Waiting))
            {
                return;
            }
            await Task.Delay(Look, context.CancellationToken);
        }
    }

    public override async Task<CancelResponse> Cancel(CancelRequest request, ServerCallContext context) => new()
    {
        Cancelled = await jobs.ChangeAsync(request.RunId, request.JobId, j => j
            with
        { Status = TrainingStatus.Cancelled, Reason = "cancelled by request" }, context.CancellationToken),
    };
}
