namespace AgentScaler.Trajectories.Realism;

/// <summary>Figures on the variety and naturalness of a set of utterances.</summary>
/// <param name="Texts">The number of utterances.</param>
/// <param name="MeanWords">Words an utterance.</param>
/// <param name="DistinctTemplates">Share of utterances that are still distinct once numbers, quoted texts and capitalised words are masked.</param>
/// <param name="Distinct3">Distinct word trigrams over all trigrams.</param>
/// <param name="SelfBleu">Mean BLEU-4 of an utterance against the others (Zhu et al. 2018); lower is more varied.</param>
/// <param name="Compression">Bytes over deflated bytes; lower is more varied.</param>
/// <param name="IdentifierLeakage">Share of utterances that contain a machine's identifier.</param>
public sealed record LanguageFigures(
    int Texts, double MeanWords, double DistinctTemplates, double Distinct3, double SelfBleu, double Compression, double IdentifierLeakage);
