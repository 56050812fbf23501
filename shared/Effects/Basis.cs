namespace AgentScaler.Effects;

/// <summary>Why something is held to be true: its source, and the sentence that says so to people.</summary>
public sealed record Basis(Source Source, string Sentence)
{
    public static Basis Convention { get; } = new(Source.Convention, "");

    /// <summary>Further sentences that say the same, each on a line of its own.</summary>
    public string Also { get; init; } = "";

    /// <summary>This basis, with another one of the same source that says the same.</summary>
    public Basis And(Basis other) => other.Source != Source || other.Sentence == Sentence || Says(other.Sentence) ? this
        : this with { Also = Also.Length == 0 ? other.Sentence : $"{Also}\n{other.Sentence}" };

    /// <summary>Whether a sentence is among those that say so.</summary>
    public bool Says(string sentence) => Sentence == sentence || Also.Split('\n').Contains(sentence, StringComparer.Ordinal);
}
