namespace AgentScaler.Materialization;

/// <summary>How many sentences of the documentation state a behaviour; the report sums over domains.</summary>
/// <param name="Understood">Those that a record of their tool keeps.</param>
/// <param name="NotUnderstood">Those that nothing of their tool keeps.</param>
public sealed record SentenceFigures(int Understood, int NotUnderstood)
{
    public static SentenceFigures Of(DomainDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new SentenceFigures(description.Tools.Sum(t => t.Understood.Count), description.Tools.Sum(t => t.NotUnderstood.Count));
    }
}
