namespace AgentScaler.LanguageModels;

/// <summary>
/// Tracks whether an endpoint's quota is used up. The first request is sent shortly before the others, because a used-up quota is reported at once, and
/// then only one request was sent and not one for each concurrent episode. After that no request is sent for a while.
/// </summary>
internal sealed class EndpointStanding(TimeProvider time)
{
    /// <summary>How long the others wait for the first request. Refusals mostly arrive sooner, and answers later.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(500);

    /// <summary>The time after which one request tests whether the quota is available again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private int _asked;
    private string? _spent;
    private long _since;

    /// <exception cref="EndpointQuotaException">The quota was used up at the last request.</exception>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _asked, 1) == 1 && !_answered.Task.IsCompleted)
        {
            await Task.WhenAny(_answered.Task, Task.Delay(Ahead, time, cancellationToken));
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
