namespace AgentScaler.Effects;

/// <summary>Why something is held to be true: its source, and the sentence that says so to people.</summary>
public sealed record Basis(Source Source, string Sentence)
{
    public static Basis Convention { get; } = new(Source.Convention, "");
}
