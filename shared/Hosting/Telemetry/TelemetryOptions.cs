namespace AgentScaler.Hosting.Telemetry;

/// <summary>Section <c>Telemetry</c> of the configuration: settings that the standard <c>OTEL_*</c> variables do not have.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>
    /// Share of the episodes whose trace is kept, from 0 to 1, among those that the standard sampler keeps. A hundredth is enough to watch a run of a
    /// hundred thousand episodes.
    /// </summary>
    public double EpisodeRatio { get; set; } = 1;
}
