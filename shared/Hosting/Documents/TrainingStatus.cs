namespace AgentScaler.Hosting.Documents;

/// <summary>Values of a training job's <c>status</c>.</summary>
public static class TrainingStatus
{
    /// <summary>To be done or being done: while a worker runs it, its lease says so.</summary>
    public const string Queued = "queued";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    /// <summary>It has failed or was cancelled, and its run goes on: it is queued again, with its resume point, when it is asked for.</summary>
    public const string Waiting = "waiting";
}
