namespace AgentScaler.Filtering.Auditing;

/// <summary>How much an audit plants.</summary>
public sealed record AuditOptions
{
    /// <summary>Cases to plant over all classes; fewer where the trajectories do not allow so many different ones.</summary>
    public int Cases { get; init; } = 10_000;

    public long Seed { get; init; }

    /// <summary>The interpreter of the independent judge.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Processes of the independent judge at once.</summary>
    public int Processes { get; init; } = Environment.ProcessorCount;
}
