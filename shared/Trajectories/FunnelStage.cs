namespace AgentScaler.Trajectories;

/// <summary>The three stages of the funnel, in order.</summary>
public enum FunnelStage
{
    Validity,
    StateAlignment,
    ExactMatch,
}
