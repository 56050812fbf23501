using AgentScaler.Gateway.Telemetry;
using AgentScaler.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Checks every watched run at intervals.</summary>
internal sealed class CoordinatorService(
    RunCoordinator coordinator, RunRepository runs, ServiceWatch services, IOptions<CoordinatorOptions> options, TimeProvider time,
        ILogger<CoordinatorService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        long? lastLook = null;
        do
        {
            if (options.Value.ResumeRuns && (lastLook is not { } look || time.GetElapsedTime(look) >= options.Value.TakeUpEvery))
            {
                lastLook = time.GetTimestamp();
                await TakeUpAsync(stoppingToken);
            }

            await TryAsync("*", () => services.LookAsync(stoppingToken), stoppingToken);
            foreach (var run in coordinator.Watched)
            {
                await TryAsync(run, () => coordinator.AdvanceAsync(run, options.Value.SweepAfter, stoppingToken), stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Takes over runs that were running when this process started, or that another gateway started and may have abandoned.</summary>
    private Task TakeUpAsync(CancellationToken cancellationToken) => TryAsync("*", async () =>
    {
        await foreach (var run in runs.RunningAsync(cancellationToken))
        {
            await coordinator.TakeUpAsync(run, cancellationToken);
        }
    }, cancellationToken);

    private async Task TryAsync(string run, Func<Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The store or the broker does not answer. Their clients may also report this by cancelling their own call. The next check tries again.
            logger.LookFailed(run, exception);
        }
    }
}
