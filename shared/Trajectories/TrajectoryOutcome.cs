namespace AgentScaler.Trajectories;

/// <summary>How an episode ended.</summary>
public enum TrajectoryOutcome
{
    Completed,
    GaveUp,
    TurnLimit,

    /// <summary>The conversation became longer than a model takes.</summary>
    ContextLimit,
    Error,
}
