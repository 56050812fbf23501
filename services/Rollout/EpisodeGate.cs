using System.Collections.Concurrent;

namespace AgentScaler.Rollout;

/// <summary>Bounds the episodes of one run that are in flight in this process, below the worker's slots.</summary>
public sealed class EpisodeGate
{
    private readonly ConcurrentDictionary<(string Run, int Concurrency), SemaphoreSlim> _gates = [];

    public async Task<T> EnterAsync<T>(string run, int concurrency, Func<Task<T>> play, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd((run, concurrency), key => new SemaphoreSlim(key.Concurrency, key.Concurrency));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await play();
        }
        finally
        {
            gate.Release();
        }
    }
}
