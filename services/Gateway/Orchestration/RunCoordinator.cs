using System.Collections.Concurrent;
using System.Diagnostics;
using AgentScaler.Contracts;
using AgentScaler.Contracts.Messages;
using AgentScaler.Gateway.Telemetry;
using AgentScaler.Hosting.Telemetry;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Takes a run from its first stage to its last by counting documents. A restart loses nothing, because its memory only prevents it from publishing
/// the same work twice.
/// </summary>
public sealed class RunCoordinator(
    IEnumerable<IStageDriver> stageDrivers, RunPlanner planner, RunRepository runs, IDocumentStore store, ServiceWatch services, IBus bus,
        IOptions<CoordinatorOptions> options, TimeProvider time,
    ILogger<RunCoordinator> logger)
{
    /// <summary>Number of traces that are read at once. A store on a network answers them in one round trip.</summary>
    private const int TracesAtOnce = 256;

    private readonly IReadOnlyList<IStageDriver> _drivers = [.. stageDrivers.OrderBy(driver => driver.Stage)];
    private readonly ConcurrentDictionary<string, RunWatch> _watches = new(StringComparer.Ordinal);

    // The counts of a complete stage no longer change. Counting them again four times a second took a quarter of a core from training.
    private readonly CompletedStages _completed = new();

    /// <summary>Starts or continues a run. Finished work is kept, and ready work is published.</summary>
    public async Task StartAsync(RunDocument run, CancellationToken cancellationToken)
    {
        using var activity = RunTrace.Begin(run);
        run = run with { TraceParent = run.TraceParent ?? activity?.Id };
        await planner.PrepareAsync(run, cancellationToken);
        logger.RunStarted(run.Id, run.Until.Name(), activity?.TraceId.ToHexString());
        var watch = _watches[run.Id] = new RunWatch(time.GetTimestamp());
        await PublishOutstandingAsync(run, watch, cancellationToken);
    }

    /// <summary>
    /// Takes over a running run that another process prepared, and publishes its ready work, unless this coordinator already watches the run.
    /// </summary>
    public async Task TakeUpAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var watch = new RunWatch(time.GetTimestamp());
        if (_watches.TryAdd(run.Id, watch))
        {
            await PublishOutstandingAsync(run, watch, cancellationToken);
        }
    }

    /// <summary>Ids of the runs that this coordinator watches.</summary>
    public IReadOnlyCollection<string> Watched => [.. _watches.Keys];

    /// <summary>Returns the progress of each stage of a run, up to the last requested stage.</summary>
    public async Task<IReadOnlyList<StageProgress>> ProgressAsync(RunDocument run, CancellationToken cancellationToken)
    {
        var stages = new List<StageProgress>();
        var upstream = true;
        foreach (var driver in _drivers.Where(driver => driver.Stage <= run.Until))
        {
            var progress = await ProgressAsync(run, driver, upstream, cancellationToken);
            stages.Add(progress);
            upstream = progress.IsComplete;
        }

        return stages;
    }

    private async Task<StageProgress> ProgressAsync(RunDocument run, IStageDriver driver, bool upstreamComplete, CancellationToken cancellationToken)
    {
        var stage = await runs.StageAsync(run.Id, driver.Stage, cancellationToken);
        var completion = stage is { Status: RunStatus.Completed, Seconds: > 0 } ? stage : null;
        if (upstreamComplete && completion is not null && _completed.Find(run.Id, completion) is { } known)
        {
            return known;
        }

        var progress = await driver.ProgressAsync(run.For(driver.Stage), upstreamComplete, cancellationToken);
        progress = progress
            with
        { IsComplete = upstreamComplete && progress.Failure is null && (progress.IsComplete || stage is { Status: RunStatus.Completed }) };
        if (progress.IsComplete && completion is not null)
        {
            _completed.Keep(run.Id, completion, progress);
        }

        return progress;
    }

    /// <summary>
    /// Checks a run once. Marks stages that have ended, and publishes commands that are due. Ends the run when its last stage has ended or a stage
    /// cannot be completed. Publishes ready work again if nothing has moved for <paramref name="sweepAfter"/>.
    /// </summary>
    public async Task AdvanceAsync(string id, TimeSpan sweepAfter, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(id, cancellationToken);
        if (run is not { Status: RunStatus.Running })
        {
            _watches.TryRemove(id, out _);
            return;
        }

        var watch = _watches.GetOrAdd(id, _ => new RunWatch(time.GetTimestamp()));
        var stages = await ProgressAsync(run, cancellationToken);
        var upstream = true;
        foreach (var (driver, progress) in _drivers.Zip(stages))
        {
            watch.Note(progress, time.GetTimestamp());
            if (progress.Failure is { } reason && !progress.IsComplete)
            {
                await EndAsync(run, watch, RunStatus.Failed, $"{progress.Stage.Name()}: {reason}", progress.Cause, cancellationToken);
                return;
            }

            if (progress.IsComplete)
            {
                await CompleteAsync(run, progress, watch, cancellationToken);
                continue;
            }

            await CommandAsync(run, driver, upstream, watch, cancellationToken);
            await PublishDueAsync(run, watch, progress, cancellationToken);
            upstream = false;
        }

        await runs.WaitsForAsync(id, await services.MissingAsync(stages, cancellationToken), cancellationToken);
        if (stages[^1].IsComplete)
        {
            await EndAsync(run, watch, RunStatus.Completed, null, null, cancellationToken);
        }
        else if (time.GetElapsedTime(watch.LastMove) > sweepAfter)
        {
            logger.WorkRepublished(id, sweepAfter);
            watch.Forget(time.GetTimestamp());
            await PublishOutstandingAsync(run, watch, cancellationToken);
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
        GatewayMetrics.StageCompleted(progress.Stage.Name(), seconds);
        logger.StageCompleted(run.Id, progress.Stage.Name(), progress.Done, progress.Dead, seconds);
    }

    private async Task EndAsync(RunDocument run, RunWatch watch, string status, string? reason, string? cause, CancellationToken cancellationToken)
    {
        using var activity = RunTrace.Continue("end_run", run);
        activity?.SetTag("agentscaler.run.status", status);
        await (status == RunStatus.Failed
            ? runs.FailAsync(run.Id, reason!, cause ?? FailureCause.Work, cancellationToken)
            : runs.EndAsync(run.Id, status, reason, cancellationToken));
        // The run is unwatched at once, so that work is published immediately if someone continues the run before the next check.
        _watches.TryRemove(KeyValuePair.Create(run.Id, watch));
        logger.RunEnded(run.Id, status, reason ?? "every stage is complete");
    }

    private async Task CommandAsync(RunDocument run, IStageDriver driver, bool upstream, RunWatch watch, CancellationToken cancellationToken)
    {
        await foreach (var command in driver.CommandsAsync(run.For(driver.Stage), upstream, cancellationToken))
        {
            if (watch.Announce(command))
            {
                using var activity = RunTrace.Continue("command_work", run);
                await bus.Publish(command, command.GetType(), cancellationToken);
            }
        }
    }

    private async Task PublishOutstandingAsync(RunDocument run, RunWatch watch, CancellationToken cancellationToken)
    {
        foreach (var driver in _drivers.Where(driver => driver.Stage <= run.Until))
        {
            if (await runs.StageAsync(run.Id, driver.Stage, cancellationToken) is { Status: RunStatus.Completed })
            {
                continue;
            }

            // Units are counted before they are listed, so that a unit done in between cannot be missed.
            var progress = await driver.ProgressAsync(run.For(driver.Stage), false, cancellationToken);
            watch.Keep(driver.Stage,
                new Backlog(await driver.OutstandingAsync(run.For(driver.Stage), cancellationToken).ToListAsync(cancellationToken), progress.Settled));
            await PublishDueAsync(run, watch, progress, cancellationToken);
        }
    }

    private async Task PublishDueAsync(RunDocument run, RunWatch watch, StageProgress progress, CancellationToken cancellationToken)
    {
        var due = watch.BacklogOf(progress.Stage)?.Due(progress.Settled, options.Value.PublishAhead).ToList() ?? [];
        using var activity = due.Count > 0 ? RunTrace.Continue("publish_work", run) : null;
        foreach (var messages in due.Chunk(TracesAtOnce))
        {
            var traces = await Task.WhenAll(messages.Select(message => TraceAsync(run, message, cancellationToken)));
            foreach (var (message, trace) in messages.Zip(traces))
            {
                // Work that is published again for an episode joins the episode's existing trace.
                using var episode = trace == default ? null : RunTrace.Continue("publish_work", new RunLink(run.Id, trace));
                await bus.Publish(message, message.GetType(), cancellationToken);
            }
        }
    }

    private async Task<ActivityContext> TraceAsync(RunDocument run, IWork message, CancellationToken cancellationToken) =>
        message is TrajectoryRecorded recorded ? await EpisodeTrace.FindAsync(store, run.Id, recorded.TrajectoryId, cancellationToken) : default;
}
