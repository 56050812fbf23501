namespace AgentScaler.Rollout;

/// <summary>The configuration section <c>Rollout</c>: what one worker process takes on.</summary>
public sealed class RolloutWorkerOptions
{
    /// <summary>Episodes in flight in this process, of all runs; a run's own <c>concurrency</c> bounds it further.</summary>
    public int Slots { get; set; } = 256;
}
