using System.Collections.Concurrent;
using AgentScaler.Hosting.Runs;
using MassTransit;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Takes a run from its first stage to its last by counting documents. It holds nothing that a restart would lose: what
/// it remembers only keeps it from saying the same thing twice.
/// </summary>
public sealed class RunCoordinator(
    IEnumerable<IStageDriver> stageDrivers, RunPlanner planner, RunRepository runs, ServiceWatch services, IBus bus, TimeProvider time)
{
    private readonly IReadOnlyList<IStageDriver> drivers = [.. stageDrivers.OrderBy(driver => driver.Stage)];
    private readonly ConcurrentDictionary<string, RunWatch> watches = new(StringComparer.Ordinal);

    /// <summary>Starts a run, or goes on with it: keeps what is done, publishes what is ready.</summary>
    public async Task StartAsync(RunDocument run, CancellationToken cancellationToken)
    {
        await planner.PrepareAsync(run, cancellationToken);
        watches[run.Id] = new RunWatch(time.GetTimestamp());
        await PublishOutstandingAsync(run, cancellationToken);
    }

    /// <summary>Looks after a running run that was prepared elsewhere; publishes what is ready unless it does so already.</summary>
    public async Task TakeUpAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (watches.TryAdd(run.Id, new RunWatch(time.GetTimestamp())))
        {
            await PublishOutstandingAsync(run, cancellationToken);
        }
    }

    /// <summary>Runs that this coordinator looks after.</summary>
    public IReadOnlyCollection<string> Watched => [.. watches.Keys];

    /// <summary>How far each stage of a run is, up to the last that was asked for.</summary>
    public async Task<IReadOnlyList<StageProgress>> ProgressAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var stages = new List<StageProgress>();
        var upstream = true;
        foreach (var driver in drivers.Where(driver => driver.Stage <= run.Until))
        {
            var finished = await runs.StageAsync(run.Id, driver.Stage, cancellationToken) is { Status: RunStatus.Completed };
            var progress = await driver.ProgressAsync(run.For(driver.Stage), upstream, cancellationToken);
            progress = progress with { IsComplete = upstream && progress.Failure is null && (progress.IsComplete || finished) };
            stages.Add(progress);
            upstream = progress.IsComplete;
        }

        return stages;
    }

    /// <summary>
    /// Looks at a run once: marks stages that have ended, gives the commands that are due, ends the run when its last
    /// stage has ended or one cannot, and publishes lost work again when nothing has moved for <paramref name="sweepAfter"/>.
    /// </summary>
    public async Task AdvanceAsync(string id, TimeSpan sweepAfter, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(id, cancellationToken);
        if (run is not { Status: RunStatus.Running })
        {
            watches.TryRemove(id, out _);
            return;
        }

        var watch = watches.GetOrAdd(id, _ => new RunWatch(time.GetTimestamp()));
        var stages = await ProgressAsync(run, cancellationToken);
        foreach (var progress in stages)
        {
            watch.Note(progress, time.GetTimestamp());
            if (progress.Failure is { } reason && !progress.IsComplete)
            {
                await runs.EndAsync(id, RunStatus.Failed, $"{progress.Stage.Name()}: {reason}", cancellationToken);
                return;
            }

            if (progress.IsComplete)
            {
                await CompleteAsync(run, progress, watch, cancellationToken);
                continue;
            }

            var upstream = progress.Stage == PipelineStage.Collect || stages[(int)progress.Stage - 1].IsComplete;
            await CommandAsync(run, drivers[(int)progress.Stage], upstream, watch, cancellationToken);
        }

        await runs.WaitsForAsync(id, await services.MissingAsync(stages, cancellationToken), cancellationToken);
        if (stages[^1].IsComplete)
        {
            await runs.EndAsync(id, RunStatus.Completed, null, cancellationToken);
        }
        else if (time.GetElapsedTime(watch.LastMove) > sweepAfter)
        {
            watch.Forget(time.GetTimestamp());
            await PublishOutstandingAsync(run, cancellationToken);
        }
    }

    private async Task CompleteAsync(RunDocument run, StageProgress progress, RunWatch watch, CancellationToken cancellationToken)
    {
        if (!watch.Complete(progress.Stage))
        {
            return;
        }

        var seconds = watch.SecondsOf(progress.Stage, time);
        await runs.ChangeAsync(
            run.Id,
            progress.Stage,
            stage => stage.Seconds > 0 ? stage : stage with { Status = RunStatus.Completed, Seconds = Math.Round(seconds, 3) },
            cancellationToken);
    }

    private async Task CommandAsync(RunDocument run, IStageDriver driver, bool upstream, RunWatch watch, CancellationToken cancellationToken)
    {
        await foreach (var command in driver.CommandsAsync(run.For(driver.Stage), upstream, cancellationToken))
        {
            if (watch.Announce(command))
            {
                await bus.Publish(command, command.GetType(), cancellationToken);
            }
        }
    }

    private async Task PublishOutstandingAsync(RunDocument run, CancellationToken cancellationToken)
    {
        foreach (var driver in drivers.Where(driver => driver.Stage <= run.Until))
        {
            if (await runs.StageAsync(run.Id, driver.Stage, cancellationToken) is { Status: RunStatus.Completed })
            {
                continue;
            }

            await foreach (var message in driver.OutstandingAsync(run.For(driver.Stage), cancellationToken))
            {
                await bus.Publish(message, message.GetType(), cancellationToken);
            }
        }
    }
}
