using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Datasets;

/// <summary>Converts a trajectory to a training example.</summary>
public static class DatasetRows
{
    /// <param name="tools">The OpenAI function tools of the trajectory's environment, as JSON text.</param>
    public static DatasetRow Of(Trajectory trajectory, string tools) => new(
        trajectory.Messages, tools, trajectory.Task, trajectory.Domain, trajectory.Id, trajectory.Origin, trajectory.Provenance);
}
