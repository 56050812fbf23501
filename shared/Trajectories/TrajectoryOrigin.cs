namespace AgentScaler.Trajectories;

/// <summary>Whether a script or a language model played the agent.</summary>
public enum TrajectoryOrigin
{
    Scripted,
    Model,
}
