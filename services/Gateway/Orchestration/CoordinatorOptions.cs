namespace AgentScaler.Gateway.Orchestration;

/// <summary>Section <c>Gateway</c> of the configuration: how runs are coordinated.</summary>
public sealed class CoordinatorOptions
{
    public const string Section = "Gateway";

    /// <summary>How often a run is checked.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long nothing may move before ready work is published again.</summary>
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Most units of a stage published ahead of what is done. It must be more than all workers together process at once. The rest waits here as ids, so
    /// that the bus does not hold it.
    /// </summary>
    public int PublishAhead { get; set; } = 20_000;

    /// <summary>Whether this process takes over running runs that it did not start: after a restart, or beside another gateway.</summary>
    public bool ResumeRuns { get; set; } = true;

    /// <summary>How often it looks for such runs.</summary>
    public TimeSpan TakeUpEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a run is kept after its end, with its documents and artifacts. Unset keeps it forever.</summary>
    public TimeSpan? KeepRuns { get; set; }
}
