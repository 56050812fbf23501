using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Hosting.Health;

/// <summary>
/// Writes a sign of life for this kind of service, so that a run can name a missing one. Readers only look at whether the document changes, so
/// the clocks of two machines need not agree.
/// </summary>
internal sealed partial class PresenceService(string service, IDocumentStore store, TimeProvider time, ILogger<PresenceService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Presence.Every, time);
        do
        {
            try
            {
                var current = await store.GetAsync(Collections.Services, Presence.Partition, service, stoppingToken);
                var document = TypedDocuments.Of(Presence.Partition, service, new Presence(service, time.GetUtcNow()));
                // The document of another process of the same kind serves as well as this one.
                await store.CompareAndSetAsync(Collections.Services, document, current?.Version ?? 0, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 1202, EventName = "service.presence.failed", Level = LogLevel.Debug,
        Message = "The sign of life of this service could not be stored.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
