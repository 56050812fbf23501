namespace AgentScaler.Training.Tokenization;

/// <summary>What a <c>tokenizer.json</c> says.</summary>
/// <param name="Merges">Pairs of tokens, the first merged first.</param>
/// <param name="Normalizes">Whether text is brought into Unicode form C.</param>
/// <param name="IgnoreMerges">Whether a word that is a token is that token, whatever the merges say.</param>
public sealed record TokenizerDefinition(
    Dictionary<string, int> Vocabulary,
    IReadOnlyList<(string Left, string Right)> Merges,
    IReadOnlyList<AddedToken> AddedTokens,
    PreTokenizer PreTokenizer,
    bool Normalizes,
    bool IgnoreMerges);
