namespace AgentScaler.Trajectories;

/// <summary>Whether a script or a language model spoke for the agent.</summary>
public enum TrajectoryOrigin
{
    Scripted,
    Model,
}
