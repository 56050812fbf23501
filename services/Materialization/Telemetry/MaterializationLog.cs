namespace AgentScaler.Materialization.Telemetry;

/// <summary>What materialization's log says; event names are <c>area.noun.verb</c> and stay (docs/observability.md).</summary>
internal static partial class MaterializationLog
{
    [LoggerMessage(EventId = 4001, EventName = "materialization.domain.materialized", Level = LogLevel.Information,
        Message = "Run {Run}: domain {Domain} has its environment.")]
    public static partial void DomainMaterialized(this ILogger logger, string run, string domain);

    [LoggerMessage(EventId = 4002, EventName = "materialization.domain.rejected", Level = LogLevel.Warning,
        Message = "Run {Run}: domain {Domain} has no environment: {Reason}")]
    public static partial void DomainRejected(this ILogger logger, string run, string domain, string reason);

    [LoggerMessage(EventId = 4004, EventName = "materialization.domain.defect", Level = LogLevel.Error,
        Message = "Run {Run}: domain {Domain} met a defect of the inference and was rejected.")]
    public static partial void DomainDefect(this ILogger logger, string run, string domain, Exception exception);
}
