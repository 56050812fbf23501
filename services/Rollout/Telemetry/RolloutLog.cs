namespace AgentScaler.Rollout.Telemetry;

/// <summary>What the rollout workers' log says; event names are <c>area.noun.verb</c> and stay (docs/observability.md).</summary>
internal static partial class RolloutLog
{
    [LoggerMessage(EventId = 5001, EventName = "rollout.episode.recorded", Level = LogLevel.Debug, Message = "Run {Run}: episode {Trajectory} of task {Task}: {Outcome}.")]
    public static partial void EpisodeRecorded(this ILogger logger, string run, string trajectory, string task, string outcome);
}
