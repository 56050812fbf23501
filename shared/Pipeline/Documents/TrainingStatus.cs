namespace AgentScaler.Pipeline.Documents;

/// <summary>Values of a training job's <c>status</c>.</summary>
public static class TrainingStatus
{
    /// <summary>Ready to run, or running. While a worker runs it, the worker holds its lease.</summary>
    public const string Queued = "queued";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    /// <summary>Failed or cancelled while its run continues. It is queued again, with its resume point, when the stage is requested again.</summary>
    public const string Waiting = "waiting";
}
