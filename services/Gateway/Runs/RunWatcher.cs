using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentScaler.Gateway.Orchestration;
using AgentScaler.Pipeline.Runs;
using AgentScaler.Tools;

namespace AgentScaler.Gateway.Runs;

/// <summary>Follows runs for clients. All clients of one run share the same query.</summary>
public sealed class RunWatcher(RunRepository runs, RunCoordinator coordinator, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<string, (long At, Task<RunView?> Look)> _looks = new(StringComparer.Ordinal);

    /// <summary>The run as it is now; null if it does not exist.</summary>
    public async Task<RunView?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(id, cancellationToken);
        return run is null ? null : RunView.Of(run, await coordinator.ProgressAsync(run, cancellationToken));
    }

    /// <summary>
    /// Yields the run now and after every change until it has ended. Each view has an id; a client that resumes with the id of its last view receives
    /// only later ones.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The run does not exist.</exception>
    public async IAsyncEnumerable<(string Id, RunView View)> FollowAsync(string run, string? seen, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await LookAsync(run, cancellationToken) is not { } view)
            {
                _looks.TryRemove(run, out _);
                throw new KeyNotFoundException($"There is no run '{run}'.");
            }

            var id = ContentId.Of("event", JsonSerializer.Serialize(view, ContractJson.Options));
            if (id != seen)
            {
                yield return (id, view);
                seen = id;
            }

            if (view.HasEnded)
            {
                _looks.TryRemove(run, out _);
                yield break;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The run, at most <see cref="Pause"/> old. One query serves many clients, so no client may cancel it.</summary>
    private Task<RunView?> LookAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        return _looks.AddOrUpdate(
            id,
            _ => (now, ReadAsync(id, CancellationToken.None)),
            (_, last) => last.Look.IsFaulted || (last.Look.IsCompleted && time.GetElapsedTime(last.At, now) > Pause)
                ? (now, ReadAsync(id, CancellationToken.None))
                : last).Look.WaitAsync(cancellationToken);
    }
}
