using System.Diagnostics;
using AgentScaler.Contracts.Messages;
using AgentScaler.Hosting.Bus;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using AgentScaler.Training.Engine;
using MassTransit;

namespace AgentScaler.Training.Jobs;

/// <summary>
/// Runs training jobs one after the other. It claims a job under a lease, shows signs of life while it trains, continues from the last saved point if
/// an earlier worker died, and announces the end. A job never holds a message.
/// </summary>
public sealed class TrainingWorker(
    TrainingJobs jobs, TrainingJobRunner runner, RunRepository runs, CheckpointStore checkpoints, TrainingServiceOptions options, IBus bus,
        ILogger<TrainingWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Throttle = TimeSpan.FromSeconds(1);

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await jobs.ClaimAsync(_owner, stoppingToken) is { } claimed)
                {
                    await WorkAsync(claimed, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The store is most likely out of reach. The lease expires, and the job is claimed again.
                logger.StoreFailed(options.Poll, exception);
                await Task.Delay(options.Poll, stoppingToken);
            }
        }
    }

    private async Task WorkAsync(Document claimed, CancellationToken stoppingToken)
    {
        var (run, job) = (claimed.Run, claimed.Read<TrainingJobDocument>());
        using var activity = TrainingTelemetry.Source.StartActivity("train", ActivityKind.Consumer,
            ActivityContext.TryParse(job.TraceParent, null, out var parent) ? parent : default);
        activity?.SetTag("agentscaler.run.id", run).SetTag("agentscaler.training.stage", job.Stage);
        if (await runs.WantedAsync(run, PipelineStage.Train, stoppingToken) is not { } wanted)
        {
            await jobs.ChangeAsync(run, job.Id, j => j with { Status = TrainingStatus.Cancelled, Reason = "the run has ended" }, stoppingToken);
            return;
        }

        logger.JobClaimed(run, job.Id, job.Stage, job.Step);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var alive = KeepAliveAsync(claimed, stop);
        var reports = new ProgressReports(run, job, jobs, checkpoints, options, bus);
        string? failure = null;
        string? checkpoint = null;
        try
        {
            checkpoint = await runner.RunAsync(wanted, job, reports.Stepped, reports.Saved, stop.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Outage.Is(exception))
        {
            failure = exception.Message;
            logger.JobFailed(run, job.Id, exception);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
        {
            // The run was cancelled, or the lease was lost and its new holder continues.
        }
        finally
        {
            try
            {
                await reports.FinishAsync();
            }
            finally
            {
                await stop.CancelAsync();
                await alive;
            }
        }

        if (checkpoint is not null)
        {
            logger.JobCompleted(run, job.Id, checkpoint);
            await bus.Publish(new CheckpointSaved(run, job.Id, checkpoint, reports.LastStep), stoppingToken);
            await jobs.ChangeAsync(run, job.Id, j => j with { Status = TrainingStatus.Completed, Checkpoint = checkpoint }, stoppingToken);
            await bus.Publish(new TrainingCompleted(run, job.Id, checkpoint, job.Stage), stoppingToken);
        }
        else if (failure is not null)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure);
            await jobs.ChangeAsync(run, job.Id, j => j with { Status = TrainingStatus.Failed, Reason = failure }, stoppingToken);
            await bus.Publish(new TrainingFailed(run, job.Id, failure), stoppingToken);
        }
    }

    /// <summary>Renews the lease, and stops the training if the lease is lost or the run is no longer wanted.</summary>
    private async Task KeepAliveAsync(Document claimed, CancellationTokenSource stop)
    {
        try
        {
            // Often enough for the lease, and for a cancelled run to stop within seconds.
            using var timer =
                new PeriodicTimer(TimeSpan.FromTicks(Math.Clamp(options.Lease.Ticks / 6, TimeSpan.FromMilliseconds(100).Ticks, TimeSpan.FromSeconds(2).Ticks)));
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                var kept = await jobs.RenewAsync(claimed, _owner, stop.Token)
                    && await jobs.FindAsync(claimed.Run, claimed.Id, stop.Token) is { Status: TrainingStatus.Queued };
                if (kept && await runs.WantedAsync(claimed.Run, PipelineStage.Train, stop.Token) is not null)
                {
                    continue;
                }
                if (kept)
                {
                    await jobs.ChangeAsync(claimed.Run, claimed.Id, j => j
                        with
                    { Status = TrainingStatus.Cancelled, Reason = "the run was cancelled" }, stop.Token);
                }
                await stop.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The training has ended.
        }
        catch (Exception exception)
        {
            // Without a lease nothing may be written, because another worker will claim the job.
            logger.LeaseLost(claimed.Id, exception);
            await stop.CancelAsync();
        }
    }

    /// <summary>Steps and saved points of a job, announced at most once a second, in order, beside the training.</summary>
    private sealed class ProgressReports(
        string run, TrainingJobDocument job, TrainingJobs jobs, CheckpointStore checkpoints, TrainingServiceOptions options, IBus bus)
    {
        private readonly Stopwatch _since = Stopwatch.StartNew();
        private Task _last = Task.CompletedTask;
        private TimeSpan _announced = TimeSpan.MinValue;

        public int LastStep { get; private set; } = job.Step;

        public void Stepped(StepRecord step, int steps)
        {
            TrainingTelemetry.Record(step, job.Stage);
            LastStep = step.Step;
            if (step.Step < steps && _since.Elapsed < _announced + Throttle && _announced >= TimeSpan.Zero)
            {
                return;
            }
            _announced = _since.Elapsed;
            _last = AfterAsync(_last, async () =>
            {
                await jobs.ChangeAsync(run, job.Id, j => j with { Step = step.Step, Steps = steps, Loss = Math.Round(step.Loss, 6) }, CancellationToken.None);
                await bus.Publish(new TrainingProgressed(run, job.Id, step.Step, steps, step.Loss));
            });
        }

        public void Saved(int step, string folder)
        {
            if (!options.ShareResumePoints)
            {
                return;
            }
            // Before training goes on, since it will replace the folder.
            _last.GetAwaiter().GetResult();
            var files = checkpoints.UploadAsync(folder, CancellationToken.None).GetAwaiter().GetResult();
            _last = AfterAsync(_last, () => jobs.ChangeAsync(run, job.Id, j => j with { Resume = files, Step = step }, CancellationToken.None));
        }

        public Task FinishAsync() => _last;

        private static async Task AfterAsync(Task before, Func<Task> next)
        {
            await before;
            await next();
        }
    }
}
