namespace AgentScaler.Rollout;

/// <summary>The configuration section <c>Rollout</c>: what one worker process takes on.</summary>
public sealed class RolloutWorkerOptions
{
    public const string Section = "Rollout";

    /// <summary>Episodes in flight in this process, of all runs; a run's own <c>concurrency</c> bounds it further.</summary>
    public int Slots { get; set; } = 256;

    /// <summary>
    /// gRPC address of the training service, which serves checkpoints to agents <c>policy:CHECKPOINT</c>. Empty where this process
    /// serves them itself, or where no policy is asked.
    /// </summary>
    public string? PolicyAddress { get; set; }
}
