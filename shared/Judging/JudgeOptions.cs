namespace AgentScaler.Judging;

/// <summary>Options of the judge.</summary>
public sealed record JudgeOptions
{
    public static JudgeOptions Default { get; } = new();

    public ReadOnlyMatch ReadOnlyMatch { get; init; } = ReadOnlyMatch.Exact;
}
