using System.Collections.Concurrent;

namespace AgentScaler.Rollout;

/// <summary>
/// Episodes that this process plays, each once at a time. Work that has not moved for a while is published again although it may be in hand,
/// and an episode played twice beside itself is paid for twice, or takes what the first would need to end.
/// </summary>
public sealed class EpisodesInHand
{
    private readonly ConcurrentDictionary<(string Run, string Episode), Task> _inHand = [];

    /// <summary>Does the work on an episode when no other work on it is in hand, whatever came of that.</summary>
    public async Task AloneAsync(string run, string episode, Func<Task> work, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_inHand.GetOrAdd((run, episode), ended.Task) is var first && first != ended.Task)
        {
            await first.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            _inHand.TryRemove((run, episode), out _);
            ended.SetResult();
        }
    }
}
