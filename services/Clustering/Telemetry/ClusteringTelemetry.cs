using System.Diagnostics;

namespace AgentScaler.Clustering.Telemetry;

internal static class ClusteringTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Clustering");
}
