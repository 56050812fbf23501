namespace AgentScaler.Materialization.Sentences.Audit;

/// <summary>A sentence that states a behaviour, and what became of it.</summary>
/// <param name="Text">The sentence as it is written.</param>
/// <param name="Record">The record of the finished tool that keeps it; null where it is not understood.</param>
/// <param name="Reason">Why it is not understood; null where it is.</param>
internal sealed record ReadSentence(string Text, string? Record, string? Reason)
{
    public bool Understood => Record is not null;
}
