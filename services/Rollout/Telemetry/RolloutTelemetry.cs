using System.Diagnostics;
using System.Globalization;
using AgentScaler.Hosting.Telemetry;

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
    /// <param name="run">The run's trace; where it is not known, what is current stands for it.</param>
    /// <param name="nest">Whether the span hangs below the run's trace instead of being linked to it.</param>
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

    /// <param name="role">agent or user: whose turn the model speaks.</param>
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
