namespace AgentScaler.Trajectories;

/// <summary>How an episode ended.</summary>
public enum TrajectoryOutcome
{
    Completed,
    GaveUp,
    TurnLimit,
    Error,
}
