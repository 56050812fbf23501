using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentScaler.Materialization.Telemetry;

internal static class MaterializationTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Materialization");

    private static readonly Meter Meter = new("AgentScaler.Materialization");

    private static readonly Counter<long> Domains = Meter.CreateCounter<long>("agentscaler.domains", "{domain}", "Domains that were given an environment, or were not.");

    private static readonly Counter<long> Tasks = Meter.CreateCounter<long>("agentscaler.tasks", "{task}", "Tasks made.");

    public static void DomainEnded(string status) => Domains.Add(1, new KeyValuePair<string, object?>("agentscaler.outcome", status));

    public static void TasksMade(int tasks) => Tasks.Add(tasks);
}
