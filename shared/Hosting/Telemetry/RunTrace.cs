using System.Diagnostics;
using AgentScaler.Hosting.Runs;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// The one trace of a run. Its context is stored with the run, so that work which a timer, a lease or a restart begins
/// anew stands in the same trace as what began it first.
/// </summary>
public static class RunTrace
{
    /// <summary>The attribute that every span of a run carries.</summary>
    public const string RunIdTag = "agentscaler.run.id";

    private static readonly ActivitySource Source = new("AgentScaler.Runs");

    /// <summary>The span of a run's start, whose id is then the run's <see cref="RunDocument.TraceParent"/>; null where nobody listens.</summary>
    public static Activity? Begin(RunDocument run) =>
        run.TraceParent is null ? Start("start_run", run.Id, Activity.Current?.Context ?? default) : Continue("resume_run", run);

    /// <summary>A span in the run's trace that no message began; null where nobody listens.</summary>
    public static Activity? Continue(string name, RunDocument run) => Continue(name, LinkOf(run));

    /// <summary>A span below another of the run's spans; null where nobody listens.</summary>
    public static Activity? Continue(string name, RunLink parent) => Start(name, parent.Id, parent.Context);

    /// <summary>The run as other traces link to it.</summary>
    public static RunLink LinkOf(RunDocument run) =>
        new(run.Id, ActivityContext.TryParse(run.TraceParent, null, isRemote: true, out var context) ? context : default);

    /// <summary>The run's trace, where it is one that a viewer has; else null.</summary>
    public static string? TraceIdOf(RunDocument run) =>
        LinkOf(run).Context is { TraceFlags: ActivityTraceFlags.Recorded } context ? context.TraceId.ToHexString() : null;

    private static Activity? Start(string name, string run, ActivityContext parent)
    {
        var activity = Source.StartActivity(name, ActivityKind.Internal, parent);
        activity?.SetTag(RunIdTag, run);
        return activity;
    }
}
