using System.Diagnostics;
using System.Globalization;
using AgentScaler.Hosting.Telemetry;

namespace AgentScaler.Rollout.Telemetry;

/// <summary>
/// The spans of an episode, by OpenTelemetry's GenAI semantic conventions. Each episode is one trace, linked to the run's, with a span for every model request
/// and every tool call. No message text goes into a span.
/// </summary>
public static class RolloutTelemetry
{
    public const string SourceName = "AgentScaler.Rollout";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Starts the episode's root span; null without a listener.</summary>
    /// <param name="run">The run's trace. If it is unknown, the current span takes its place.</param>
    /// <param name="nest">Whether the span is below the run's trace instead of linked to it.</param>
    public static Activity? StartEpisode(string trajectory, string task, string domain, IAgent agent, RunLink run, bool nest)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var current = Activity.Current;
        var runs = run.Context != default ? run.Context : current?.Context ?? default;
        // A message that asks for an episode has begun a trace for it; without one the episode begins its own.
        var begun = current is not null && current.TraceId != runs.TraceId ? current.Context : default;
        Activity.Current = null;
        var activity = Source.StartActivity(
            $"invoke_agent {agent.Name}",
            ActivityKind.Internal,
            parentContext: nest ? runs : begun,
            links: nest || runs == default ? null : [new ActivityLink(runs)]);
        if (activity is null)
        {
            Activity.Current = current;
            return null;
        }

        activity.SetTag("gen_ai.operation.name", "invoke_agent");
        activity.SetTag("gen_ai.agent.name", agent.Name);
        activity.SetTag("gen_ai.request.model", agent.Model);
        activity.SetTag("gen_ai.conversation.id", trajectory);
        activity.SetTag("agentscaler.trajectory.id", trajectory);
        activity.SetTag("agentscaler.task.id", task);
        activity.SetTag("agentscaler.domain", domain);
        if (run.Id is { } id)
        {
            activity.SetTag(RunTrace.RunIdTag, id);
        }

        return activity;
    }

    /// <param name="role">The side that the model plays: agent or user.</param>
    internal static ChatSpan StartChat(string model, string role)
    {
        var activity = Source.HasListeners() ? Source.StartActivity($"chat {model}", ActivityKind.Client) : null;
        activity?.SetTag("gen_ai.operation.name", "chat");
        activity?.SetTag("gen_ai.request.model", model);
        activity?.SetTag("agentscaler.role", role);
        return new ChatSpan(activity, model);
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
