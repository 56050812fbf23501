namespace AgentScaler.Tasks.Telemetry;

/// <summary>The log events of tasks. Their names have the form <c>area.noun.verb</c> and do not change (docs/observability.md).</summary>
internal static partial class TasksLog
{
    [LoggerMessage(EventId = 4003, EventName = "tasks.set.generated", Level = LogLevel.Information, Message = "Run {Run}: domain {Domain} has {Tasks} tasks.")]
    public static partial void TaskSetGenerated(this ILogger logger, string run, string domain, int tasks);
}
