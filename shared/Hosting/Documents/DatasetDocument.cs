using AgentScaler.Storage;

namespace AgentScaler.Hosting.Documents;

/// <summary>What <c>datasets</c> holds of one dataset; its id is the name.</summary>
/// <param name="Name"><c>stage1</c> or <c>stage2-SLUG</c>: the folder below <c>datasets/</c>.</param>
/// <param name="Domain">The domain's slug; null for the general dataset.</param>
/// <param name="Train">Rows of <c>train.jsonl</c>.</param>
/// <param name="Validation">Rows of <c>validation.jsonl</c>; their tasks are the held-out tasks of the evaluation.</param>
/// <param name="ValidationTasks">Ids of the held-out tasks, also of those without an accepted trajectory.</param>
/// <param name="UnseenDomains">Slugs of the domains among them of which nothing is trained; null in a document that does not say.</param>
/// <param name="UnseenProviders">Those of them whose providers have no tool in anything that is trained; null likewise.</param>
public sealed record DatasetDocument(
    string Name,
    int Stage,
    string? Domain,
    ArtifactReference Train,
    int TrainRows,
    ArtifactReference Validation,
    int ValidationRows,
    IReadOnlyList<string> ValidationTasks,
    IReadOnlyList<string>? UnseenDomains = null,
    IReadOnlyList<string>? UnseenProviders = null);
