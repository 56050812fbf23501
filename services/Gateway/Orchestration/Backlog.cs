using System.Collections.Concurrent;

namespace AgentScaler.Gateway.Orchestration;

/// <summary>
/// Units of work of one stage that are ready and not published yet. They go out so many ahead of what is done, so that what
/// waits at the bus does not grow with the run.
/// </summary>
/// <param name="settled">Units of the stage that were done or dead before <paramref name="units"/> were listed.</param>
internal sealed class Backlog(IEnumerable<object> units, long settled)
{
    private readonly ConcurrentQueue<object> waiting = new(units);
    private long published;

    /// <summary>The units that may go out now.</summary>
    /// <param name="settledNow">Units of the stage that are done or dead by now.</param>
    /// <param name="ahead">Most units that are published and neither done nor dead.</param>
    public IEnumerable<object> Due(long settledNow, int ahead)
    {
        while (Interlocked.Read(ref published) - (settledNow - settled) < ahead && waiting.TryDequeue(out var unit))
        {
            Interlocked.Increment(ref published);
            yield return unit;
        }
    }
}
