using System.Diagnostics;
using System.Globalization;
using AgentScaler.LanguageModels;

namespace AgentScaler.Rollout.Telemetry;

/// <summary>
/// The spans of an episode, by OpenTelemetry's GenAI semantic conventions: one trace an episode, linked to the run's,
/// with a span for every model request and every tool call. No message text goes into a span.
/// </summary>
public static class RolloutTelemetry
{
    public const string SourceName = "AgentScaler.Rollout";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The episode's root span, null where nobody listens.</summary>
    /// <param name="nest">Whether the span hangs below the current one instead of starting a linked trace.</param>
    public static Activity? StartEpisode(string trajectory, string task, string domain, IAgent agent, bool nest)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var run = Activity.Current;
        if (!nest)
        {
            Activity.Current = null;
        }

        var activity = Source.StartActivity(
            $"invoke_agent {agent.Name}",
            ActivityKind.Internal,
            parentContext: nest && run is not null ? run.Context : default,
            links: run is null || nest ? null : [new ActivityLink(run.Context)]);
        if (activity is null)
        {
            Activity.Current = run;
            return null;
        }

        activity.SetTag("gen_ai.operation.name", "invoke_agent");
        activity.SetTag("gen_ai.agent.name", agent.Name);
        activity.SetTag("gen_ai.request.model", agent.Model);
        activity.SetTag("gen_ai.conversation.id", trajectory);
        activity.SetTag("agentscaler.trajectory.id", trajectory);
        activity.SetTag("agentscaler.task.id", task);
        activity.SetTag("agentscaler.domain", domain);
        if ((run?.GetTagItem("agentscaler.run.id") ?? run?.GetBaggageItem("agentscaler.run.id")) is { } id)
        {
            activity.SetTag("agentscaler.run.id", id);
        }

        return activity;
    }

    /// <param name="role">agent or user: whose turn the model speaks.</param>
    public static Activity? StartChat(string model, string role)
    {
        var activity = Source.HasListeners() ? Source.StartActivity($"chat {model}", ActivityKind.Client) : null;
        activity?.SetTag("gen_ai.operation.name", "chat");
        activity?.SetTag("gen_ai.request.model", model);
        activity?.SetTag("agentscaler.role", role);
        return activity;
    }

    public static void EndChat(Activity? activity, TokenUsage usage, string finishReason)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("gen_ai.usage.input_tokens", usage.Input);
        activity.SetTag("gen_ai.usage.output_tokens", usage.Output);
        activity.SetTag("gen_ai.response.finish_reasons", new[] { finishReason });
        activity.Dispose();
    }

    public static Activity? StartTool(string name, string callId)
    {
        var activity = Source.HasListeners() ? Source.StartActivity($"execute_tool {name}", ActivityKind.Internal) : null;
        activity?.SetTag("gen_ai.operation.name", "execute_tool");
        activity?.SetTag("gen_ai.tool.name", name);
        activity?.SetTag("gen_ai.tool.call.id", callId);
        activity?.SetTag("gen_ai.tool.type", "function");
        return activity;
    }

    public static void EndTool(Activity? activity, string? error, bool injected)
    {
        if (activity is null)
        {
            return;
        }

        if (error is not null)
        {
            activity.SetTag("error.type", error);
            activity.SetStatus(ActivityStatusCode.Error);
            activity.SetTag("agentscaler.fault.injected", injected.ToString(CultureInfo.InvariantCulture).ToLowerInvariant());
        }

        activity.Dispose();
    }
}
