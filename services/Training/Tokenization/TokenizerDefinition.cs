namespace AgentScaler.Training.Tokenization;

/// <summary>The content of a <c>tokenizer.json</c>.</summary>
/// <param name="Merges">Pairs of tokens in the order of merging.</param>
/// <param name="Normalizes">Whether text is normalized to Unicode form C.</param>
/// <param name="IgnoreMerges">Whether a word that is itself a token becomes that token, regardless of the merges.</param>
public sealed record TokenizerDefinition(
    Dictionary<string, int> Vocabulary,
    IReadOnlyList<(string Left, string Right)> Merges,
    IReadOnlyList<AddedToken> AddedTokens,
    PreTokenizer PreTokenizer,
    bool Normalizes,
    bool IgnoreMerges);
