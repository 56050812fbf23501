namespace AgentScaler.Training.Jobs;

/// <summary>The log events of training. Their names have the form <c>area.noun.verb</c> and do not change (docs/observability.md).</summary>
internal static partial class TrainingLog
{
    [LoggerMessage(EventId = 7001, EventName = "training.job.claimed", Level = LogLevel.Information,
        Message = "Training job {Job} of run {Run}, stage {Stage}, goes on at step {Step}.")]
    public static partial void JobClaimed(this ILogger logger, string run, string job, int stage, int step);

    [LoggerMessage(EventId = 7002, EventName = "training.job.completed", Level = LogLevel.Information,
        Message = "Training job {Job} of run {Run} gave checkpoint {Checkpoint}.")]
    public static partial void JobCompleted(this ILogger logger, string run, string job, string checkpoint);

    [LoggerMessage(EventId = 7003, EventName = "training.job.failed", Level = LogLevel.Error, Message = "Training job {Job} of run {Run} failed.")]
    public static partial void JobFailed(this ILogger logger, string run, string job, Exception exception);

    [LoggerMessage(EventId = 7004, EventName = "training.lease.lost", Level = LogLevel.Warning,
        Message = "The lease of training job {Job} could not be renewed; giving it up.")]
    public static partial void LeaseLost(this ILogger logger, string job, Exception exception);

    [LoggerMessage(EventId = 7005, EventName = "training.store.failed", Level = LogLevel.Warning,
        Message = "No training job could be worked on; trying again in {Pause}.")]
    public static partial void StoreFailed(this ILogger logger, TimeSpan pause, Exception exception);
}
