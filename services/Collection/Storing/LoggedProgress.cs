using AgentScaler.Collection.Telemetry;

namespace AgentScaler.Collection.Storing;

/// <summary>Writes progress as log lines, one for every few thousand operations.</summary>
internal sealed class LoggedProgress(ILogger logger, string run) : IProgress<CollectionProgress>
{
    private const int Step = 5000;

    private int _next = Step;

    public void Report(CollectionProgress value)
    {
        var next = Volatile.Read(ref _next);
        if (value.Operations >= next && Interlocked.CompareExchange(ref _next, value.Operations + Step, next) == next)
        {
            logger.OperationsRead(run, value.Documents, value.Operations, value.Current);
        }
    }
}
