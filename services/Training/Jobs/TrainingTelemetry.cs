using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgentScaler.Training.Engine;

namespace AgentScaler.Training.Jobs;

internal static class TrainingTelemetry
{
    public static ActivitySource Source { get; } = new("AgentScaler.Training");

    private static readonly Meter Meter = new("AgentScaler.Training");
    private static readonly Counter<long> Steps = Meter.CreateCounter<long>("agentscaler.training.steps", "{step}", "Optimizer steps taken.");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("agentscaler.training.tokens", "{token}", "Tokens trained on, padding left out.");
    private static readonly Gauge<double> Loss = Meter.CreateGauge<double>("agentscaler.training.loss", "{nat}", "Mean loss of the last step.");

    public static void Record(StepRecord step, int stage)
    {
        var tag = new KeyValuePair<string, object?>("agentscaler.training.stage", stage);
        Steps.Add(1, tag);
        Tokens.Add(step.Tokens, tag);
        Loss.Record(step.Loss, tag);
    }
}
