using System.Diagnostics;
using AgentScaler.Pipeline.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// The trace in which an episode was recorded. All later work on the episode belongs there, whichever message asks for it: a message that is
/// delivered twice starts a trace each time, and only one of them is the recorded one.
/// </summary>
public static class EpisodeTrace
{
    /// <summary>Finds the span below which later work on a trajectory belongs; default if none was recorded.</summary>
    public static async Task<ActivityContext> FindAsync(IDocumentStore store, string run, string trajectory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.FindAsync<TraceRecord>(Collections.Traces, run, trajectory, cancellationToken) is { } trace ? trace.Context : default;
    }
}
