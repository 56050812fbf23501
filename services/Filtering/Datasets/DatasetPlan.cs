namespace AgentScaler.Filtering.Datasets;

/// <summary>One dataset before its rows are written.</summary>
/// <param name="Name"><c>stage1</c> or <c>stage2-SLUG</c>.</param>
/// <param name="Domain">The domain's slug. Null for the general dataset.</param>
/// <param name="Train">Ids of the training trajectories, in ordinal order.</param>
/// <param name="Validation">Ids of the held-out trajectories, in ordinal order.</param>
/// <param name="ValidationTasks">Ids of all held-out tasks, in ordinal order.</param>
/// <param name="UnseenDomains">Slugs of the held-out tasks' domains that have no training data, in ordinal order.</param>
/// <param name="UnseenProviders">The unseen domains whose providers have no tool in any training data.</param>
public sealed record DatasetPlan(
    string Name,
    int Stage,
    string? Domain,
    IReadOnlyList<string> Train,
    IReadOnlyList<string> Validation,
    IReadOnlyList<string> ValidationTasks,
    IReadOnlyList<string> UnseenDomains,
    IReadOnlyList<string> UnseenProviders);
