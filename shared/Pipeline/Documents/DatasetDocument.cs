using AgentScaler.Storage;

namespace AgentScaler.Pipeline.Documents;

/// <summary>A dataset in the collection <c>datasets</c>. Its id is the name.</summary>
/// <param name="Name"><c>stage1</c> or <c>stage2-SLUG</c>: the folder below <c>datasets/</c>.</param>
/// <param name="Domain">The domain's slug. Null for the general dataset.</param>
/// <param name="Train">The rows of <c>train.jsonl</c>.</param>
/// <param name="Validation">The rows of <c>validation.jsonl</c>. Their tasks are the held-out tasks of the evaluation.</param>
/// <param name="ValidationTasks">Ids of the held-out tasks, including those without an accepted trajectory.</param>
/// <param name="UnseenDomains">Slugs of the held-out domains that training never sees. Null in documents of older builds.</param>
/// <param name="UnseenProviders">The unseen domains whose providers have no tool in any training data. Null in documents of older builds.</param>
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
