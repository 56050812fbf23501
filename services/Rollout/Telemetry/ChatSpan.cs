using System.Diagnostics;
using AgentScaler.LanguageModels;

namespace AgentScaler.Rollout.Telemetry;

/// <summary>One pending model request: its span, if there is a listener, and its figures.</summary>
internal readonly struct ChatSpan(Activity? activity, string model)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <param name="fromLedger">Whether the ledger had the answer. Then no request was made, and nothing is counted.</param>
    public void End(TokenUsage usage, string finishReason, bool fromLedger = false)
    {
        if (!fromLedger)
        {
            RolloutMetrics.Chat(Stopwatch.GetElapsedTime(_started), model, usage);
        }

        activity?.SetTag("gen_ai.usage.input_tokens", usage.Input);
        activity?.SetTag("gen_ai.usage.output_tokens", usage.Output);
        activity?.SetTag("gen_ai.response.finish_reasons", new[] { finishReason });
        activity?.SetTag("agentscaler.from_ledger", fromLedger);
        activity?.Dispose();
    }

    public void Fail(Exception exception)
    {
        activity?.SetTag("error.type", exception.GetType().Name);
        activity?.SetStatus(ActivityStatusCode.Error);
        activity?.Dispose();
    }
}
