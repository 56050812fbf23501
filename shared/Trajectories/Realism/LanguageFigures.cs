namespace AgentScaler.Trajectories.Realism;

/// <summary>How varied and how natural a set of utterances is.</summary>
/// <param name="Texts">How many utterances.</param>
/// <param name="MeanWords">Words an utterance.</param>
/// <param name="DistinctTemplates">Share of utterances that are still distinct once numbers, quoted texts and capitalised words are masked.</param>
/// <param name="Distinct3">Distinct word trigrams over all trigrams.</param>
/// <param name="SelfBleu">Mean BLEU-4 of an utterance against the others (Zhu et al. 2018); lower is more varied.</param>
/// <param name="Compression">Bytes over deflated bytes; lower is more varied.</param>
/// <param name="IdentifierLeakage">Share of utterances that hold an identifier as machines write it.</param>
public sealed record LanguageFigures(
    int Texts, double MeanWords, double DistinctTemplates, double Distinct3, double SelfBleu, double Compression, double IdentifierLeakage);
