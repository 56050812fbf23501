namespace AgentScaler.Filtering.Auditing;

/// <summary>Settings of an audit.</summary>
public sealed record AuditOptions
{
    /// <summary>Number of cases to plant over all classes. There are fewer if the trajectories do not allow that many different ones.</summary>
    public int Cases { get; init; } = 10_000;

    public long Seed { get; init; }

    /// <summary>The Python interpreter that runs the independent judge.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Most concurrent processes of the independent judge.</summary>
    public int Processes { get; init; } = Environment.ProcessorCount;
}
