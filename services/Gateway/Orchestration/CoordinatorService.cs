using AgentScaler.Hosting.Runs;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Looks at every watched run again and again.</summary>
internal sealed partial class CoordinatorService(
    RunCoordinator coordinator, RunRepository runs, IOptions<CoordinatorOptions> options, TimeProvider time, ILogger<CoordinatorService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ResumeRuns)
        {
            await foreach (var run in runs.RunningAsync(stoppingToken))
            {
                await coordinator.StartAsync(run, stoppingToken);
            }
        }

        using var timer = new PeriodicTimer(options.Value.CheckEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var run in coordinator.Watched)
            {
                try
                {
                    await coordinator.AdvanceAsync(run, options.Value.SweepAfter, stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The store or the broker does not answer: the next look tries again.
                    LogFailedLook(logger, run, exception);
                }
            }
        }
    }

    [LoggerMessage(EventId = 1001, EventName = "run.look_failed", Level = LogLevel.Warning, Message = "Looking at run {Run} failed; trying again.")]
    private static partial void LogFailedLook(ILogger logger, string run, Exception exception);
}
