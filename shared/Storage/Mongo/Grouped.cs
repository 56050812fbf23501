using System.Threading.Channels;

namespace AgentScaler.Storage.Mongo;

/// <summary>
/// Combines small requests of one kind into shared round trips, because a round trip costs the server and the driver far more than a request in it.
/// Requests that arrive during one round trip share the next, which waits a moment for more. A request that arrives alone is sent at once. Each
/// caller continues as soon as its own request is answered.
/// </summary>
/// <param name="most">Most requests in one round trip.</param>
/// <param name="run">Answers the requests in their order; throws if none could be answered.</param>
internal sealed class Grouped<TRequest, TAnswer>(int most, Func<IReadOnlyList<TRequest>, Task<IReadOnlyList<Outcome<TAnswer>>>> run)
{
    /// <summary>How long a round trip that directly follows another waits for more requests.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>();
    private int _working;

    public Task<TAnswer> AskAsync(TRequest request, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(request);
        _queue.Writer.TryWrite(waiting);
        if (Volatile.Read(ref _working) == 0)
        {
            _ = Task.Run(WorkAsync, CancellationToken.None);
        }

        // Once queued the request is made; cancelling only stops waiting for it.
        return waiting.Answer.Task.WaitAsync(cancellationToken);
    }

    private async Task WorkAsync()
    {
        do
        {
            if (Interlocked.Exchange(ref _working, 1) == 1)
            {
                return;
            }

            try
            {
                await DrainAsync();
            }
            finally
            {
                Interlocked.Exchange(ref _working, 0);
            }
        }
        // A request may have come between the last look and the end of work.
        while (_queue.Reader.TryPeek(out _));
    }

    private async Task DrainAsync()
    {
        var group = new List<Waiting>();
        while (true)
        {
            if (group.Count > 0 && _queue.Reader.Count > 0 && _queue.Reader.Count < most)
            {
                await Task.Delay(Pause);
            }

            group.Clear();
            while (group.Count < most && _queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            if (group.Count == 0)
            {
                return;
            }

            try
            {
                var answers = await run(group.ConvertAll(waiting => waiting.Request));
                for (var i = 0; i < group.Count; i++)
                {
                    if (answers[i].Failure is { } failure)
                    {
                        group[i].Answer.SetException(failure);
                    }
                    else
                    {
                        group[i].Answer.SetResult(answers[i].Answer);
                    }
                }
            }
            catch (Exception exception)
            {
                group.ForEach(waiting => waiting.Answer.TrySetException(exception));
            }
        }
    }

    private sealed record Waiting(TRequest Request)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
