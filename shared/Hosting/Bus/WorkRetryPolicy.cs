using System.Text.Json;
using AgentScaler.LanguageModels;
using AgentScaler.Pipeline;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Retries work five times, at growing pauses, while its failure may pass. During an outage the work waits in its slot and no try is counted. When
/// every slot waits, the endpoint has paused, and no message is lost to an error queue. (MassTransit's kill switch stops an endpoint only after many
/// messages have been given up.)
/// </summary>
/// <param name="patience">How long an outage may last before the work is given up.</param>
internal sealed class WorkRetryPolicy(TimeSpan patience, TimeProvider time) : IRetryPolicy
{
    /// <summary>The number of tries after the first.</summary>
    public const int Limit = 5;

    public TimeProvider Time => time;

    public TimeSpan Patience => patience;

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context)
        where T : class, PipeContext => new WorkRetryPolicyContext<T>(this, context);

    public bool IsHandled(Exception exception) => MayPass(exception);

    /// <summary>Whether a retry may succeed.</summary>
    public static bool MayPass(Exception exception) =>
        Outage.Is(exception)
        || exception is not (UnrecoverableException or ModelEndpointException { Transient: false } or BudgetExceededException
            or JsonException or ArgumentException or InvalidOperationException);

    public void Probe(ProbeContext context) => context.Set(new { Policy = "work", Limit });
}
