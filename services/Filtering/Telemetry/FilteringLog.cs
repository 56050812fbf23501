namespace AgentScaler.Filtering.Telemetry;

/// <summary>Log messages of the filter. Event names are <c>area.noun.verb</c> and never change (docs/observability.md).</summary>
internal static partial class FilteringLog
{
    [LoggerMessage(EventId = 6001, EventName = "filtering.trajectory.judged", Level = LogLevel.Debug,
        Message = "Run {Run}: trajectory {Trajectory} accepted: {Accepted}; {Reason}")]
    public static partial void TrajectoryJudged(this ILogger logger, string run, string trajectory, bool accepted, string? reason);

    [LoggerMessage(EventId = 6002, EventName = "filtering.datasets.built", Level = LogLevel.Information,
        Message = "Run {Run}: {Accepted} of {Judged} trajectories went into the datasets.")]
    public static partial void DatasetsBuilt(this ILogger logger, string run, int accepted, int judged);
}
