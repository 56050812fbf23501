using AgentScaler.Contracts.Trajectories.V1;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using Grpc.Core;

namespace AgentScaler.Filtering.Endpoints;

/// <summary>Streams accepted trajectories. Each is read after the previous one was sent, so that the client sets the pace.</summary>
internal sealed class TrajectoryGrpcService(RunRepository runs, IDocumentStore store) : TrajectoryService.TrajectoryServiceBase
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public override async Task StreamAccepted(StreamAcceptedRequest request, IServerStreamWriter<StreamAcceptedResponse> responseStream,
        ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var run = (await runs.ChosenAsync(request.RunId, stop)).Id;
        await JudgedAsync(run, stop);
        await foreach (var verdict in store.QueryAsync(Collections.Verdicts, run, "stage", "accepted", stop))
        {
            if (string.CompareOrdinal(verdict.Id, request.AfterId) > 0
                && await store.GetAsync(Collections.Trajectories, run, verdict.Id, stop) is { } trajectory)
            {
                // WriteAsync returns when the transport has accepted the message, and the transport accepts only as much as its windows hold.
                await responseStream.WriteAsync(
                    new StreamAcceptedResponse { Id = trajectory.Id, TrajectoryJson = $"{trajectory.Body[..^1]},\"verdict\":{verdict.Body}}}" }, stop);
            }
        }
    }

    /// <summary>Waits until all trajectories of the run are judged.</summary>
    private async Task JudgedAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var run = await runs.FindAsync(id, cancellationToken) ?? throw new KeyNotFoundException($"There is no run '{id}'.");
            if (await runs.StageAsync(id, PipelineStage.Filter, cancellationToken) is { Status: RunStatus.Completed })
            {
                return;
            }

            if (run.Status != RunStatus.Running || run.Until < PipelineStage.Filter)
            {
                throw new InvalidOperationException($"Run '{id}' is {run.Status} and its trajectories are not judged.");
            }

            await Task.Delay(Look, cancellationToken);
        }
    }
}
