namespace AgentScaler.Judging;

/// <summary>How trajectories are judged.</summary>
public sealed record JudgeOptions
{
    public static JudgeOptions Default { get; } = new();

    public ReadOnlyMatch ReadOnlyMatch { get; init; } = ReadOnlyMatch.Exact;
}
