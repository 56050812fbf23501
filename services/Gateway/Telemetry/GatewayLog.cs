namespace AgentScaler.Gateway.Telemetry;

/// <summary>Log messages of the gateway. Event names are <c>area.noun.verb</c> and never change (docs/observability.md).</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(EventId = 1001, EventName = "gateway.look.failed", Level = LogLevel.Warning, Message = "Looking at run {Run} failed; trying again.")]
    public static partial void LookFailed(this ILogger logger, string run, Exception exception);

    [LoggerMessage(EventId = 1002, EventName = "gateway.run.started", Level = LogLevel.Information,
        Message = "Run {Run} started, as far as {Until}; trace {Trace}.")]
    public static partial void RunStarted(this ILogger logger, string run, string until, string? trace);

    [LoggerMessage(EventId = 1003, EventName = "gateway.stage.completed", Level = LogLevel.Information,
        Message = "Stage {Stage} of run {Run} is complete: {Done} units, {Dead} of them dead, {Seconds} s.")]
    public static partial void StageCompleted(this ILogger logger, string run, string stage, long done, long dead, double seconds);

    [LoggerMessage(EventId = 1004, EventName = "gateway.run.ended", Level = LogLevel.Information, Message = "Run {Run} {Status}: {Reason}")]
    public static partial void RunEnded(this ILogger logger, string run, string status, string reason);

    [LoggerMessage(EventId = 1005, EventName = "gateway.work.republished", Level = LogLevel.Warning,
        Message = "Nothing of run {Run} has moved for {After}: work that is ready is published again.")]
    public static partial void WorkRepublished(this ILogger logger, string run, TimeSpan after);

    [LoggerMessage(EventId = 1006, EventName = "gateway.work.died", Level = LogLevel.Error,
        Message = "A unit of stage {Stage} of run {Run} failed for good ({Kind}): {Reason}")]
    public static partial void WorkDied(this ILogger logger, string run, string stage, string? kind, string reason);
}
