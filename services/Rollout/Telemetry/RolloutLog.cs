namespace AgentScaler.Rollout.Telemetry;

/// <summary>The log events of rollouts. Their names have the form <c>area.noun.verb</c> and do not change (docs/observability.md).</summary>
internal static partial class RolloutLog
{
    [LoggerMessage(EventId = 5001, EventName = "rollout.episode.recorded", Level = LogLevel.Debug,
        Message = "Run {Run}: episode {Trajectory} of task {Task}: {Outcome}.")]
    public static partial void EpisodeRecorded(this ILogger logger, string run, string trajectory, string task, string outcome);
}
