using System.Threading.Channels;

namespace AgentScaler.Storage.Mongo;

/// <summary>
/// Puts small requests of one kind together: what arrives while one round trip is under way shares the next. A request that
/// comes alone goes at once. Each caller goes on when its own request is answered.
/// </summary>
/// <param name="most">Requests of one round trip at most.</param>
/// <param name="run">Answers the requests in their order; throws where none could be answered.</param>
internal sealed class Grouped<TRequest, TAnswer>(int most, Func<IReadOnlyList<TRequest>, Task<IReadOnlyList<Outcome<TAnswer>>>> run)
{
    /// <summary>Round trips under way at once: the next is sent while the server works on the last.</summary>
    private const int Lanes = 2;

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>();
    private int lanes;

    public Task<TAnswer> AskAsync(TRequest request, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(request);
        queue.Writer.TryWrite(waiting);
        if (Volatile.Read(ref lanes) < Lanes)
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
            if (Interlocked.Increment(ref lanes) > Lanes)
            {
                Interlocked.Decrement(ref lanes);
                return;
            }

            try
            {
                await DrainAsync().ConfigureAwait(false);
            }
            finally
            {
                Interlocked.Decrement(ref lanes);
            }
        }
        // A request may have come between the last look and giving up the lane.
        while (queue.Reader.TryPeek(out _));
    }

    private async Task DrainAsync()
    {
        var group = new List<Waiting>();
        while (true)
        {
            group.Clear();
            while (group.Count < most && queue.Reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            if (group.Count == 0)
            {
                return;
            }

            try
            {
                var answers = await run(group.ConvertAll(waiting => waiting.Request)).ConfigureAwait(false);
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
