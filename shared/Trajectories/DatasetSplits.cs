namespace AgentScaler.Trajectories;

/// <summary>The file <c>datasets/splits.json</c> of a workspace: which tasks are held back, over all datasets.</summary>
/// <param name="Validation">Ids of the held-out tasks, also of those without an accepted trajectory; sorted.</param>
public sealed record DatasetSplits(IReadOnlyList<string> Validation);
