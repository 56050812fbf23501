using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentScaler.Materialization.Telemetry;

internal static class MaterializationTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Materialization");

    private static readonly Meter Meter = new("AgentScaler.Materialization");

    private static readonly Counter<long> Domains =
        Meter.CreateCounter<long>("agentscaler.domains", "{domain}", "Domains that were given an environment, or were not.");

    public static void DomainEnded(string status) => Domains.Add(1, new KeyValuePair<string, object?>("agentscaler.outcome", status));
}
