namespace AgentScaler.Trajectories;

/// <summary>One training example. Trained are the assistant messages' content and tool calls, nothing else.</summary>
/// <param name="Tools">The OpenAI function tools as JSON text, so that heterogeneous schemas survive columnar loaders.</param>
/// <param name="Trajectory">Id of the trajectory.</param>
public sealed record DatasetRow(
    IReadOnlyList<ChatMessage> Messages,
    string Tools,
    string Task,
    string Domain,
    string Trajectory,
    TrajectoryOrigin Origin,
    TrajectoryProvenance Provenance);
