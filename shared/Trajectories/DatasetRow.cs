namespace AgentScaler.Trajectories;

/// <summary>One training example. The loss covers the content and tool calls of assistant messages, and nothing else.</summary>
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
