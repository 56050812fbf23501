using System.Collections.Concurrent;

namespace AgentScaler.Hosting.Bus;

/// <summary>The units of work that this process has in hand, each once at a time.</summary>
internal sealed class WorkInHand
{
    private readonly ConcurrentDictionary<(Uri Queue, object Message), Task> inHand = [];

    /// <summary>Works when no equal message of the queue is in hand, whatever came of that one.</summary>
    public async Task AloneAsync(Uri queue, object message, Func<Task> work, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (inHand.GetOrAdd((queue, message), ended.Task) is var first && first != ended.Task)
        {
            await first.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            inHand.TryRemove((queue, message), out _);
            ended.SetResult();
        }
    }
}
