namespace AgentScaler.Rollout;

/// <summary>The configuration section <c>Rollout</c> of one worker process.</summary>
public sealed class RolloutWorkerOptions
{
    public const string Section = "Rollout";

    /// <summary>Episodes of all runs in flight in this process. A run's own <c>concurrency</c> bounds its episodes further.</summary>
    public int Slots { get; set; } = 256;

    /// <summary>
    /// gRPC address of the training service, which serves checkpoints to agents <c>policy:CHECKPOINT</c>. Empty if this process serves them itself, or if no
    /// policy is used.
    /// </summary>
    public string? PolicyAddress { get; set; }
}
