using System.Diagnostics.Metrics;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>Measures how long work waits before a consumer takes it.</summary>
internal static class WorkMetrics
{
    private static readonly Meter Meter = new("AgentScaler.Work");

    private static readonly Histogram<double> Wait = Meter.CreateHistogram<double>(
        "agentscaler.queue.wait", "s", "From a message's publication to its first delivery to a consumer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.02, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600] });

    public static void Waited(TimeSpan time, string message) =>
        Wait.Record(Math.Max(0, time.TotalSeconds), new KeyValuePair<string, object?>("agentscaler.message", message));
}
