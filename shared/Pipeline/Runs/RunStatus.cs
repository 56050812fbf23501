namespace AgentScaler.Pipeline.Runs;

/// <summary>Values of a run's <c>status</c>.</summary>
public static class RunStatus
{
    public const string Running = "running";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";
}
