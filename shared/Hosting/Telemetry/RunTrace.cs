using System.Diagnostics;
using AgentScaler.Pipeline.Runs;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>The trace of a run. Its context is stored with the run, so that work restarted by a timer, a lease or a restart stays in the same trace.</summary>
public static class RunTrace
{
    /// <summary>The attribute that every span of a run has.</summary>
    public const string RunIdTag = "agentscaler.run.id";

    private static readonly ActivitySource Source = new("AgentScaler.Runs");

    /// <summary>Starts the span of a run's start. Its id becomes the run's <see cref="RunDocument.TraceParent"/>; null if telemetry is off.</summary>
    public static Activity? Begin(RunDocument run) =>
        run.TraceParent is null ? Start("start_run", run.Id, Activity.Current?.Context ?? default) : Continue("resume_run", run);

    /// <summary>Starts a span in the run's trace for work that no message started; null if telemetry is off.</summary>
    public static Activity? Continue(string name, RunDocument run) => Continue(name, LinkOf(run));

    /// <summary>Starts a span below another of the run's spans; null if telemetry is off.</summary>
    public static Activity? Continue(string name, RunLink parent) => Start(name, parent.Id, parent.Context);

    /// <summary>The reference with which other traces link to the run.</summary>
    public static RunLink LinkOf(RunDocument run) =>
        new(run.Id, ActivityContext.TryParse(run.TraceParent, null, isRemote: true, out var context) ? context : default);

    /// <summary>The id of the run's trace if it is sampled; else null.</summary>
    public static string? TraceIdOf(RunDocument run) =>
        LinkOf(run).Context is { TraceFlags: ActivityTraceFlags.Recorded } context ? context.TraceId.ToHexString() : null;

    private static Activity? Start(string name, string run, ActivityContext parent)
    {
        var activity = Source.StartActivity(name, ActivityKind.Internal, parent);
        activity?.SetTag(RunIdTag, run);
        return activity;
    }
}
