using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentScaler.Tasks.Telemetry;

internal static class TasksTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Tasks");

    private static readonly Meter Meter = new("AgentScaler.Tasks");

    private static readonly Counter<long> Tasks = Meter.CreateCounter<long>("agentscaler.tasks", "{task}", "Tasks made.");

    public static void TasksMade(int tasks) => Tasks.Add(tasks);
}
