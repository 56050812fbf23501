using AgentScaler.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>Deletes runs whose time to be kept has passed.</summary>
internal sealed partial class RetentionService(
    RunRepository runs, RunRetention retention, IOptions<CoordinatorOptions> options, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.KeepRuns is not { } keep)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await DeleteAsync(keep, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeleteAsync(TimeSpan keep, CancellationToken cancellationToken)
    {
        await foreach (var run in runs.AllAsync(cancellationToken))
        {
            if (run.Ended is { } ended && time.GetUtcNow() - ended > keep && await retention.DeleteAsync(run.Id, cancellationToken))
            {
                LogDeleted(logger, run.Id, ended);
            }
        }
    }

    [LoggerMessage(EventId = 1301, EventName = "gateway.run.deleted", Level = LogLevel.Information,
        Message = "Run {Run}, which ended at {Ended}, was deleted.")]
    private static partial void LogDeleted(ILogger logger, string run, DateTimeOffset ended);

    [LoggerMessage(EventId = 1302, EventName = "gateway.deletion.failed", Level = LogLevel.Warning, Message = "Deleting old runs failed; trying again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
