using System.Diagnostics;
using AgentScaler.Hosting.Documents;
using AgentScaler.Storage;

namespace AgentScaler.Hosting.Telemetry;

/// <summary>
/// The trace that an episode was recorded in. What is done for the episode later belongs there, whichever message asks for it: one that
/// is delivered twice begins a trace of its own each time, and only one of them is the record's.
/// </summary>
public static class EpisodeTrace
{
    /// <summary>The span below which later work on a trajectory belongs; default where none was recorded.</summary>
    public static async Task<ActivityContext> FindAsync(IDocumentStore store, string run, string trajectory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.FindAsync<TraceRecord>(Collections.Traces, run, trajectory, cancellationToken).ConfigureAwait(false) is { } trace ? trace.Context : default;
    }
}
