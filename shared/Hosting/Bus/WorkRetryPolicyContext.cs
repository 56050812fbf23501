using MassTransit;
using MassTransit.RetryPolicies;

namespace AgentScaler.Hosting.Bus;

/// <summary>The retries of one message, before the first failure.</summary>
internal sealed class WorkRetryPolicyContext<T>(WorkRetryPolicy policy, T context) : BaseRetryPolicyContext<T>(policy, context)
    where T : class, PipeContext
{
    protected override RetryContext<T> CreateRetryContext(Exception exception, CancellationToken cancellationToken) =>
        WorkRetryContext<T>.First(policy, Context, exception, cancellationToken);
}
