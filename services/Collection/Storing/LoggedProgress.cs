namespace AgentScaler.Collection.Storing;

/// <summary>Progress as log lines, one for every few thousand operations.</summary>
internal sealed partial class LoggedProgress(ILogger logger, string run) : IProgress<CollectionProgress>
{
    private const int Step = 5000;

    private int _next = Step;

    public void Report(CollectionProgress value)
    {
        var next = Volatile.Read(ref _next);
        if (value.Operations >= next && Interlocked.CompareExchange(ref _next, value.Operations + Step, next) == next)
        {
            Read(logger, run, value.Documents, value.Operations, value.Current);
        }
    }

    [LoggerMessage(EventName = "collection.operations.read", Level = LogLevel.Information, Message = "Run {Run}: {Documents} documents, {Operations} operations read, at {Document}")]
    private static partial void Read(ILogger logger, string run, int documents, int operations, string? document);
}
