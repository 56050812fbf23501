namespace AgentScaler.Materialization.Sentences;

/// <summary>One sentence of a tool's documentation.</summary>
/// <param name="Text">The sentence as it is written, without markup.</param>
internal sealed record Sentence(string Text)
{
    /// <summary>The parameter that the sentence describes; null for a sentence about the tool.</summary>
    public string? Parameter { get; init; }

    /// <summary>The status of the declared response that the sentence describes, such as 409; null for any other sentence.</summary>
    public string? Status { get; init; }

    /// <summary>The words in lower case, each followed by a blank; a comma is a word of its own.</summary>
    public string Words => field ??= Wording.Of(Text);

    /// <summary>What the sentence says, by the grammar.</summary>
    public IReadOnlyList<Meaning> Meanings => field ??= SentenceReader.Read(this);

    /// <summary>What a thing may be said to come to: a reading that holds only where the value is one of a column's own.</summary>
    public IReadOnlyList<Becomes> Goals => field ??= SentenceReader.Goals(this);
}
