namespace AgentScaler.Gateway.Orchestration;

/// <summary>Section <c>Gateway</c> of the configuration.</summary>
public sealed class CoordinatorOptions
{
    public const string Section = "Gateway";

    /// <summary>How often a run is looked at.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long nothing may move before ready work is published again.</summary>
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether runs that were running when the process ended are taken up again at start.</summary>
    public bool ResumeRuns { get; set; } = true;
}
