namespace AgentScaler.Trajectories;

/// <summary>How an episode ended.</summary>
public enum TrajectoryOutcome
{
    Completed,
    GaveUp,
    TurnLimit,

    /// <summary>The conversation exceeded a model's context.</summary>
    ContextLimit,
    Error,
}
