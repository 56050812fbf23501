namespace AgentScaler.Tasks.Telemetry;

/// <summary>Log events of the tasks service; event names are <c>area.noun.verb</c> and stay (docs/observability.md).</summary>
internal static partial class TasksLog
{
    [LoggerMessage(EventId = 4003, EventName = "tasks.set.generated", Level = LogLevel.Information, Message = "Run {Run}: domain {Domain} has {Tasks} tasks.")]
    public static partial void TaskSetGenerated(this ILogger logger, string run, string domain, int tasks);
}
