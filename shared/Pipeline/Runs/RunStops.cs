using System.Collections.Concurrent;

namespace AgentScaler.Pipeline.Runs;

/// <summary>Cancels work in progress when its run ends, so that a cancelled run stops everywhere within seconds.</summary>
public sealed class RunStops(RunRepository runs, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Watch> _watches = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Ends all watches. Nothing touches the store after this.</summary>
    public void Dispose() => _closing.Cancel();

    /// <summary>Registers a unit of work of a run. Dispose the result when the work has ended.</summary>
    /// <returns>The work; its token is cancelled when the run ends.</returns>
    public Work Begin(string run)
    {
        while (true)
        {
            var watch = _watches.GetOrAdd(run, id => new Watch());
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

    /// <summary>Watches one run while there is work on it. The first look without any work ends the loop.</summary>
    private async Task LookAsync(string run, Watch watch)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            try
            {
                await timer.WaitForNextTickAsync(_closing.Token);
                if (await runs.FindAsync(run, _closing.Token) is not { Status: RunStatus.Running })
                {
                    _watches.TryRemove(KeyValuePair.Create(run, watch));
                    await watch.StopAsync();
                    return;
                }
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The store does not answer. The work will notice that itself, and the next look tries again.
            }
        }
        while (!watch.TryClose());
        _watches.TryRemove(KeyValuePair.Create(run, watch));
    }

    /// <summary>A unit of work in progress.</summary>
    public readonly struct Work : IDisposable
    {
        private readonly Watch _watch;

        internal Work(Watch watch) => _watch = watch;

        /// <summary>Cancelled when the run ends.</summary>
        public CancellationToken Ended => _watch.Token;

        public void Dispose() => _watch.Leave();
    }

    /// <summary>All work on one run in this process.</summary>
    internal sealed class Watch
    {
        private readonly CancellationTokenSource _source = new();
        private readonly Lock _gate = new();
        private int _workers;
        private bool _isStarted;
        private bool _isClosed;

        public CancellationToken Token => _source.Token;

        /// <summary>Adds a unit of work.</summary>
        /// <param name="isFirst">Whether the caller must start the watching loop.</param>
        /// <returns>False if this watch has closed and a new one is needed.</returns>
        public bool TryEnter(out bool isFirst)
        {
            lock (_gate)
            {
                isFirst = !_isStarted;
                if (_isClosed)
                {
                    return false;
                }

                _isStarted = true;
                _workers++;
                return true;
            }
        }

        public void Leave()
        {
            lock (_gate)
            {
                _workers--;
            }
        }

        /// <summary>Closes the watch if no work is left.</summary>
        /// <returns>Whether it was closed.</returns>
        public bool TryClose()
        {
            lock (_gate)
            {
                return _isClosed = _workers == 0;
            }
        }

        public Task StopAsync()
        {
            lock (_gate)
            {
                _isClosed = true;
            }

            return _source.CancelAsync();
        }
    }
}
