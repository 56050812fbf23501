namespace AgentScaler.Training.Datasets;

/// <summary>The content of <c>manifest.json</c> beside the shards: their origin, their content, and their hashes.</summary>
/// <param name="Tokenizer">SHA-256 of the tokenizer's canonical form.</param>
/// <param name="Rejected">Rows left out, by reason.</param>
/// <param name="Shards">In order of reading.</param>
public sealed record ShardManifest(
    string Template,
    string Tokenizer,
    int VocabularySize,
    int MaxLength,
    int MaxTools,
    int? MaxSystem,
    int? MaxDescription,
    bool TrainReasoning,
    int Samples,
    long Tokens,
    long TrainedTokens,
    int Truncated,
    IReadOnlyDictionary<string, int> Rejected,
    IReadOnlyList<ShardFile> Shards);
