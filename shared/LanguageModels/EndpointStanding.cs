namespace AgentScaler.LanguageModels;

/// <summary>
/// What this process knows of an endpoint. The first request goes ahead of the others for a moment: a spent quota is told at
/// once, and then one request was made and not one for each episode in flight. Once a quota is spent nothing more is asked
/// for a while.
/// </summary>
internal sealed class EndpointStanding(TimeProvider time)
{
    /// <summary>How long the others wait for the first: refusals come sooner, answers mostly later.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(500);

    /// <summary>After this it is asked again whether somebody has paid, by one request.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private int _asked;
    private string? _spent;
    private long _since;

    /// <exception cref="EndpointQuotaException">The quota was spent when it was last asked.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 1 && !_answered.Task.IsCompleted)
        {
            await Task.WhenAny(_answered.Task, Task.Delay(Ahead, time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            _answered.TrySetResult();
        }

        lock (_lock)
        {
            if (_spent is null)
            {
                return;
            }

            if (time.GetElapsedTime(_since) < Rest)
            {
                throw new EndpointQuotaException(_spent);
            }

            _since = time.GetTimestamp();
        }
    }

    public void Answered()
    {
        lock (_lock)
        {
            _spent = null;
        }

        _answered.TrySetResult();
    }

    public void Failed(ModelEndpointException failure)
    {
        if (failure is EndpointQuotaException)
        {
            lock (_lock)
            {
                (_spent, _since) = (failure.Message, time.GetTimestamp());
            }
        }

        _answered.TrySetResult();
    }
}
