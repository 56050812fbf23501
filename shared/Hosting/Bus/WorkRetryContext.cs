using MassTransit;
using MassTransit.RetryPolicies;

namespace AgentScaler.Hosting.Bus;

/// <summary>One retry of a message. Failures and outages are counted separately; only failures use up retries.</summary>
internal sealed class WorkRetryContext<T> : BaseRetryContext<T>, RetryContext<T>
    where T : class, PipeContext
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly WorkRetryPolicy _policy;
    private readonly int _failures;
    private readonly int _outages;
    private readonly long? _outageSince;

    private WorkRetryContext(WorkRetryPolicy policy, T context, Exception exception, int failures, int outages, long? outageSince,
        CancellationToken cancellationToken)
        : base(context, exception, failures, cancellationToken)
    {
        _policy = policy;
        _failures = failures;
        _outages = outages;
        _outageSince = outageSince;
    }

    /// <summary>The pause before this retry. It doubles each time; random jitter keeps the messages of all slots from retrying together.</summary>
    public override TimeSpan? Delay
    {
        get
        {
            var doublings = Math.Min(10, Outage.Is(Exception) ? _outages : _failures) - 1;
            var ceiling = Math.Min(LongestPause.TotalMilliseconds, FirstPause.TotalMilliseconds * Math.Pow(2, doublings));
            return TimeSpan.FromMilliseconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
        }
    }

    public static WorkRetryContext<T> First(WorkRetryPolicy policy, T context, Exception exception, CancellationToken cancellationToken) =>
        Outage.Is(exception)
            ? new(policy, context, exception, 0, 1, policy.Time.GetTimestamp(), cancellationToken)
            : new(policy, context, exception, 1, 0, null, cancellationToken);

    public bool CanRetry(Exception exception, out RetryContext<T> retryContext)
    {
        var outage = Outage.Is(exception);
        var since = outage ? _outageSince ?? _policy.Time.GetTimestamp() : (long?)null;
        retryContext = outage
            ? new WorkRetryContext<T>(_policy, Context, exception, _failures, _outages + 1, since, CancellationToken)
            : new WorkRetryContext<T>(_policy, Context, exception, _failures + 1, _outages, null, CancellationToken);
        return outage
            ? _policy.Time.GetElapsedTime(since!.Value) <= _policy.Patience
            : _failures < WorkRetryPolicy.Limit && _policy.IsHandled(exception);
    }
}
