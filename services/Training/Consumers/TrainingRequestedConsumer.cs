using System.Diagnostics;
using AgentScaler.Contracts.Messages;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Training.Jobs;
using MassTransit;

namespace AgentScaler.Training.Consumers;

/// <summary>Accepts a training job and returns. A worker claims the job under a lease. A job that has ended is announced again.</summary>
public sealed class TrainingRequestedConsumer(RunRepository runs, TrainingJobs jobs) : IConsumer<TrainingRequested>
{
    public async Task Consume(ConsumeContext<TrainingRequested> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var run = await runs.WantedAsync(message.RunId, PipelineStage.Train, stop);
        if (run is null)
        {
            return;
        }

        var job = await jobs.FindAsync(run.Id, message.JobId, stop);
        switch (job?.Status)
        {
            case TrainingStatus.Completed:
                await context.Publish(new TrainingCompleted(run.Id, job.Id, job.Checkpoint!, job.Stage), stop);
                break;
            case TrainingStatus.Failed:
                await context.Publish(new TrainingFailed(run.Id, job.Id, job.Reason ?? "the job failed"), stop);
                break;
            default:
                var queued = new TrainingJobDocument(message.JobId, message.Stage, TrainingStatus.Queued, null, null)
                {
                    TraceParent = Activity.Current?.Id
                    ?? run.TraceParent
                };
                await jobs.AcceptAsync(run.Id, queued, stop);
                break;
        }
    }
}
