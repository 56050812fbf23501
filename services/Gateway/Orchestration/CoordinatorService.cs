using AgentScaler.Gateway.Telemetry;
using AgentScaler.Hosting.Runs;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Looks at every watched run again and again.</summary>
internal sealed class CoordinatorService(
    RunCoordinator coordinator, RunRepository runs, ServiceWatch services, IOptions<CoordinatorOptions> options, TimeProvider time, ILogger<CoordinatorService> logger)
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

            await TryAsync("*", () => services.LookAsync(stoppingToken));
            foreach (var run in coordinator.Watched)
            {
                await TryAsync(run, () => coordinator.AdvanceAsync(run, options.Value.SweepAfter, stoppingToken));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Runs that were running when this process started, or that another gateway started and may have left behind.</summary>
    private Task TakeUpAsync(CancellationToken cancellationToken) => TryAsync("*", async () =>
    {
        await foreach (var run in runs.RunningAsync(cancellationToken))
        {
            await coordinator.TakeUpAsync(run, cancellationToken);
        }
    });

    private async Task TryAsync(string run, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The store or the broker does not answer: the next look tries again.
            logger.LookFailed(run, exception);
        }
    }
}
