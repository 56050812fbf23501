using System.Collections.Concurrent;

namespace AgentScaler.Hosting.Runs;

/// <summary>Tells the work in hand when its run has ended, so that a cancelled run stops everywhere within seconds.</summary>
public sealed class RunStops(RunRepository runs, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Watch> watches = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Ends every look: after the process's other parts nothing may touch the store.</summary>
    public void Dispose() => closing.Cancel();

    /// <summary>A token that is cancelled when the run has ended; disposed of with the work.</summary>
    public Work Begin(string run)
    {
        while (true)
        {
            var watch = watches.GetOrAdd(run, id => new Watch());
            if (watch.TryEnter(out var isFirst))
            {
                if (isFirst)
                {
                    _ = LookAsync(run, watch);
                }

                return new Work(watch);
            }
        }
    }

    /// <summary>One loop a run looks at it while there is work; the first look without any ends it.</summary>
    private async Task LookAsync(string run, Watch watch)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await timer.WaitForNextTickAsync(closing.Token).ConfigureAwait(false);
                if (await runs.FindAsync(run, closing.Token).ConfigureAwait(false) is not { Status: RunStatus.Running })
                {
                    watches.TryRemove(KeyValuePair.Create(run, watch));
                    await watch.StopAsync().ConfigureAwait(false);
                    return;
                }
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The store does not answer; the work will notice itself, and the next look asks again.
            }
        }
        while (!watch.TryClose());
        watches.TryRemove(KeyValuePair.Create(run, watch));
    }

    /// <summary>One unit of work under way.</summary>
    public readonly struct Work : IDisposable
    {
        private readonly Watch watch;

        internal Work(Watch watch) => this.watch = watch;

        /// <summary>Cancelled when the run has ended.</summary>
        public CancellationToken Ended => watch.Token;

        public void Dispose() => watch.Leave();
    }

    /// <summary>The work of one run in this process.</summary>
    internal sealed class Watch
    {
        private readonly CancellationTokenSource source = new();
        private readonly Lock gate = new();
        private int workers;
        private bool isStarted;
        private bool isClosed;

        public CancellationToken Token => source.Token;

        /// <summary>False where the watch is over and a new one is needed.</summary>
        public bool TryEnter(out bool isFirst)
        {
            lock (gate)
            {
                isFirst = !isStarted;
                if (isClosed)
                {
                    return false;
                }

                isStarted = true;
                workers++;
                return true;
            }
        }

        public void Leave()
        {
            lock (gate)
            {
                workers--;
            }
        }

        /// <summary>Ends the watch where nobody works.</summary>
        public bool TryClose()
        {
            lock (gate)
            {
                return isClosed = workers == 0;
            }
        }

        public Task StopAsync()
        {
            lock (gate)
            {
                isClosed = true;
            }

            return source.CancelAsync();
        }
    }
}
