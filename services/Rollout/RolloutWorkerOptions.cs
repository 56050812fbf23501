namespace AgentScaler.Rollout;

/// <summary>The configuration section <c>Rollout</c>: what one worker process takes on.</summary>
public sealed class RolloutWorkerOptions
{
    /// <summary>Episodes in flight in this process.</summary>
    public int Slots { get; set; } = 64;
}
