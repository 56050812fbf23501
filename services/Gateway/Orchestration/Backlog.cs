using System.Collections.Concurrent;
using AgentScaler.Contracts;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Units of work of one stage that are ready but not yet published. They are published only a limited number ahead of what is done, so that the
/// number of waiting messages does not grow with the run.
/// </summary>
/// <param name="settled">Number of units of the stage that were done or dead before <paramref name="units"/> were listed.</param>
internal sealed class Backlog(IEnumerable<IWork> units, long settled)
{
    private readonly ConcurrentQueue<IWork> _waiting = new(units);
    private long _published;

    /// <summary>The units to publish now.</summary>
    /// <param name="settledNow">Number of units of the stage that are done or dead now.</param>
    /// <param name="ahead">Most units that may be published and neither done nor dead.</param>
    public IEnumerable<IWork> Due(long settledNow, int ahead)
    {
        while (Interlocked.Read(ref _published) - (settledNow - settled) < ahead && _waiting.TryDequeue(out var unit))
        {
            Interlocked.Increment(ref _published);
            yield return unit;
        }
    }
}
