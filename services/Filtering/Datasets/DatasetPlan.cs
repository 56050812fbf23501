namespace AgentScaler.Filtering.Datasets;

/// <summary>One dataset before its rows are written.</summary>
/// <param name="Name"><c>stage1</c> or <c>stage2-SLUG</c>.</param>
/// <param name="Domain">The domain's slug; null for the general dataset.</param>
/// <param name="Train">Ids of the trajectories to train on, in ordinal order.</param>
/// <param name="Validation">Ids of the trajectories held back, in ordinal order.</param>
/// <param name="ValidationTasks">Ids of all tasks held back, in ordinal order.</param>
/// <param name="UnseenDomains">Slugs of the domains among those tasks of which nothing is trained, in ordinal order.</param>
/// <param name="UnseenProviders">Those of them whose providers have no tool in anything that is trained.</param>
public sealed record DatasetPlan(
    string Name,
    int Stage,
    string? Domain,
    IReadOnlyList<string> Train,
    IReadOnlyList<string> Validation,
    IReadOnlyList<string> ValidationTasks,
    IReadOnlyList<string> UnseenDomains,
    IReadOnlyList<string> UnseenProviders);
