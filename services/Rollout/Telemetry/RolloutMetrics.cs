using System.Diagnostics.Metrics;
using System.Text.Json;
using AgentScaler.LanguageModels;
using AgentScaler.Trajectories;

namespace AgentScaler.Rollout.Telemetry;

/// <summary>Metrics of played episodes. A redelivered episode counts again.</summary>
internal static class RolloutMetrics
{
    private static readonly Meter Meter = new(RolloutTelemetry.SourceName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "agentscaler.episode.duration", "s", "From the first word of an episode to its end.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 15, 60, 180, 600, 1500] });

    private static readonly Counter<long> ToolCalls = Meter.CreateCounter<long>(
        "agentscaler.tool.calls", "{call}", "Tool calls of episodes.");

    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of a model request.",
        advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576] });

    private static readonly Histogram<double> Request = Meter.CreateHistogram<double>(
        "gen_ai.client.operation.duration", "s", "Time of a model request, its retries included.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
            [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92]
        });

    public static void Episode(TimeSpan time, string agent, TrajectoryOutcome outcome) => Duration.Record(
        time.TotalSeconds,
        new("gen_ai.agent.name", agent),
        new("agentscaler.outcome", JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString())));

    public static void ToolCall(string? error, bool injected)
    {
        if (error is null)
        {
            ToolCalls.Add(1);
        }
        else
        {
            ToolCalls.Add(1, new("error.type", error), new("agentscaler.fault.injected", injected));
        }
    }

    public static void Chat(TimeSpan time, string model, TokenUsage usage)
    {
        var (operation, name) =
            (new KeyValuePair<string, object?>("gen_ai.operation.name", "chat"), new KeyValuePair<string, object?>("gen_ai.request.model", model));
        Request.Record(time.TotalSeconds, operation, name);
        Tokens.Record(usage.Input, operation, name, new("gen_ai.token.type", "input"));
        Tokens.Record(usage.Output, operation, name, new("gen_ai.token.type", "output"));
    }
}
