using System.Collections.Concurrent;

namespace AgentScaler.Hosting.Bus;

/// <summary>The messages that this process is working on. Equal messages of one queue are never processed at the same time.</summary>
internal sealed class WorkInHand
{
    private readonly ConcurrentDictionary<(Uri Queue, object Message), Task> _inHand = [];

    /// <summary>Runs the work once no equal message of the same queue is being processed, regardless of how that one ended.</summary>
    public async Task AloneAsync(Uri queue, object message, Func<Task> work, CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_inHand.GetOrAdd((queue, message), ended.Task) is var first && first != ended.Task)
        {
            await first.WaitAsync(cancellationToken);
        }

        try
        {
            await work();
        }
        finally
        {
            _inHand.TryRemove((queue, message), out _);
            ended.SetResult();
        }
    }
}
