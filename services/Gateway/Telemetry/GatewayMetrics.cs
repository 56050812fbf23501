using System.Diagnostics.Metrics;

namespace AgentScaler.Gateway.Telemetry;

/// <summary>Metrics of runs as the coordinator sees them.</summary>
internal static class GatewayMetrics
{
    private static readonly Meter Meter = new("AgentScaler.Gateway");

    private static readonly Histogram<double> Stage = Meter.CreateHistogram<double>(
        "agentscaler.stage.duration", "s", "From the first unit of work of a stage to its last.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1, 5, 15, 60, 300, 900, 3600, 14400, 86400] });

    private static readonly Counter<long> Dead = Meter.CreateCounter<long>(
        "agentscaler.work.dead", "{unit}", "Units of work that failed for good.");

    public static void StageCompleted(string stage, double seconds) => Stage.Record(seconds, new KeyValuePair<string, object?>("agentscaler.stage", stage));

    public static void WorkDied(string stage) => Dead.Add(1, new KeyValuePair<string, object?>("agentscaler.stage", stage));
}
