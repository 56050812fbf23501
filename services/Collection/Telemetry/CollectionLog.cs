namespace AgentScaler.Collection.Telemetry;

/// <summary>The log events of collection. Their names have the form <c>area.noun.verb</c> and do not change (docs/observability.md).</summary>
internal static partial class CollectionLog
{
    [LoggerMessage(EventId = 2001, EventName = "collection.operations.read", Level = LogLevel.Information,
        Message = "Run {Run}: {Documents} documents, {Operations} operations read, at {Document}")]
    public static partial void OperationsRead(this ILogger logger, string run, int documents, int operations, string? document);

    [LoggerMessage(EventId = 2002, EventName = "collection.sources.collected", Level = LogLevel.Information,
        Message = "Run {Run}: {Documents} documents gave {Tools} tools, {Duplicates} duplicates, {Rejected} rejected operations.")]
    public static partial void SourcesCollected(this ILogger logger, string run, int documents, int tools, int duplicates, int rejected);

    [LoggerMessage(EventId = 2003, EventName = "collection.document.failed", Level = LogLevel.Warning,
        Message = "Run {Run}: {Document} could not be read: {Error}")]
    public static partial void DocumentFailed(this ILogger logger, string run, string document, string? error);

    [LoggerMessage(EventId = 2004, EventName = "collection.document.unrecognized", Level = LogLevel.Warning,
        Message = "Run {Run}: {Document} gave nothing: {LooksLike}")]
    public static partial void DocumentNotRecognized(this ILogger logger, string run, string document, string looksLike);

    [LoggerMessage(EventId = 2005, EventName = "collection.members.unread", Level = LogLevel.Information,
        Message = "Run {Run}: {Names} names were met and not read, most often {Most}")]
    public static partial void MembersNotRead(this ILogger logger, string run, int names, string most);
}
