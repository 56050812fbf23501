using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentScaler.Collection.Telemetry;

internal static class CollectionTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Collection");

    private static readonly Meter Meter = new("AgentScaler.Collection");

    private static readonly Counter<long> Operations = Meter.CreateCounter<long>(
        "agentscaler.collection.operations", "{operation}", "Operations read, by what became of them.");

    public static void Collected(CollectionSummary summary, Activity? activity)
    {
        Count(summary.Tools, "tool");
        Count(summary.Duplicates, "duplicate");
        Count(summary.Rejected, "rejected");
        activity?.SetTag("agentscaler.collection.documents", summary.Documents).SetTag("agentscaler.collection.tools", summary.Tools);
    }

    private static void Count(int operations, string outcome) => Operations.Add(operations, new KeyValuePair<string, object?>("agentscaler.outcome", outcome));
}
