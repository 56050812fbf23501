namespace AgentScaler.Hosting.Telemetry;

/// <summary>Section <c>Telemetry</c> of the configuration: what the standard <c>OTEL_*</c> variables cannot say.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// Share of the episodes whose trace is kept, 0 to 1, chosen among those that the standard sampler keeps. A run of a
    /// hundred thousand episodes is watched as well through a hundredth of them.
    /// </summary>
    public double EpisodeRatio { get; set; } = 1;
}
