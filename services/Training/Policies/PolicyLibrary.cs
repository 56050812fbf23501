using System.Collections.Concurrent;
using AgentScaler.Training.Models;
using AgentScaler.Training.Native;
using AgentScaler.Training.Tokenization;
using AgentScaler.Trajectories.Policies;

namespace AgentScaler.Training.Policies;

/// <summary>
/// Generates with policies in this process, for agents of rollouts and evaluation and behind the endpoints. A policy is loaded at its first request.
/// Few are kept at once, and the least recently used one is removed first.
/// </summary>
/// <param name="slots">The number of requests that a policy decodes together.</param>
public sealed class PolicyLibrary(ICheckpointSource checkpoints, int slots = 8, int threads = 0) : IPolicyGenerator, IAsyncDisposable
{
    private const int Kept = 4;

    private readonly ConcurrentDictionary<(string? Run, string Policy), Loaded> _sessions = new();
    private readonly SemaphoreSlim _loading = new(1);
    private long _clock;

    private sealed class Loaded(PolicySession session)
    {
        public PolicySession Session => session;

        public long LastUse;

        public int Active;
    }

    public async Task<PolicyReply> GenerateAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        var loaded = await AcquireAsync(request, cancellationToken);
        try
        {
            return await loaded.Session.GenerateAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref loaded.Active);
        }
    }

    /// <summary>Releases all weights.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var key in _sessions.Keys)
        {
            if (_sessions.TryRemove(key, out var loaded))
            {
                await loaded.Session.DisposeAsync();
            }
        }
    }

    private async Task<Loaded> AcquireAsync(PolicyRequest request, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            // The newest run changes with time, so it is looked up for each request.
            var run = await checkpoints.ChooseAsync(request.Run, request.Policy, cancellationToken);
            var key = (run, request.Policy);
            if (!_sessions.TryGetValue(key, out var loaded))
            {
                TorchBackend.Require();
                var folder = await checkpoints.LocateAsync(run, request.Policy, cancellationToken);
                await MakeRoomAsync();
                loaded = _sessions[key] = new Loaded(new PolicySession(folder, slots, threads));
            }

            loaded.LastUse = ++_clock;
            Interlocked.Increment(ref loaded.Active);
            return loaded;
        }
        catch (Exception exception) when (exception is TorchUnavailableException or CheckpointException or TokenizerException or FileNotFoundException)
        {
            throw new PolicyUnavailableException($"Policy '{request.Policy}': {exception.Message}", exception);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task MakeRoomAsync()
    {
        foreach (var (key, loaded) in _sessions.Where(s => s.Value.Active == 0).OrderBy(s => s.Value.LastUse).Take(Math.Max(0, _sessions.Count - Kept + 1))
            .ToList())
        {
            _sessions.TryRemove(key, out _);
            await loaded.Session.DisposeAsync();
        }
    }
}
