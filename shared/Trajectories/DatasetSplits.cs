namespace AgentScaler.Trajectories;

/// <summary>The file <c>datasets/splits.json</c> of a workspace: the held-out tasks of all datasets.</summary>
/// <param name="Validation">Sorted ids of the held-out tasks, including those without an accepted trajectory.</param>
public sealed record DatasetSplits(IReadOnlyList<string> Validation);
