using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using AgentScaler.Trajectories;

namespace AgentScaler.Filtering.Telemetry;

internal static class FilteringTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Filtering");

    private static readonly Meter Meter = new("AgentScaler.Filtering");

    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>(
        "agentscaler.verdicts", "{trajectory}", "Trajectories judged, by the stage of the funnel that stopped them.");

    /// <summary>Records a verdict on the current span and in the metrics of the funnel.</summary>
    public static void Judged(Verdict verdict, Activity? activity)
    {
        var stage = verdict.Stage is { } failed ? JsonNamingPolicy.SnakeCaseLower.ConvertName(failed.ToString()) : "accepted";
        Verdicts.Add(1, new("agentscaler.verdict", stage), new("agentscaler.reason", verdict.Reason));
        activity?.SetTag("agentscaler.verdict", stage).SetTag("agentscaler.reason", verdict.Reason);
    }
}
