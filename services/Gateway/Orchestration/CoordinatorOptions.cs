namespace AgentScaler.Gateway.Orchestration;

/// <summary>Section <c>Gateway</c> of the configuration.</summary>
public sealed class CoordinatorOptions
{
    public const string Section = "Gateway";

    /// <summary>How often a run is looked at.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long nothing may move before ready work is published again.</summary>
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Units of work of a stage that are published ahead of what is done; more than all workers together may have in hand. What is
    /// ready beyond that waits here as a list of ids, so that the bus holds no more.
    /// </summary>
    public int PublishAhead { get; set; } = 20_000;

    /// <summary>Whether running runs are taken up that this process did not start: after a restart, or beside another gateway.</summary>
    public bool ResumeRuns { get; set; } = true;

    /// <summary>How often such runs are looked for.</summary>
    public TimeSpan TakeUpEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a run is kept after it has ended, with its documents and artifacts; unset keeps it for ever.</summary>
    public TimeSpan? KeepRuns { get; set; }
}
