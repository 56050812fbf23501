using System.Text.Json;
using AgentScaler.LanguageModels;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Work is tried again while its failure may pass, at growing pauses, five times. While something it needs does not answer
/// it waits in its slot and no try is counted: once every slot waits, the endpoint has paused, and not one message is lost
/// to an error queue. (MassTransit's kill switch stops an endpoint after so many messages have already been given up.)
/// </summary>
/// <param name="patience">How long an outage may last before the work is given up all the same.</param>
internal sealed class WorkRetryPolicy(TimeSpan patience, TimeProvider time) : IRetryPolicy
{
    /// <summary>Tries after the first.</summary>
    public const int Limit = 5;

    public TimeProvider Time => time;

    public TimeSpan Patience => patience;

    public RetryPolicyContext<T> CreatePolicyContext<T>(T context)
        where T : class, PipeContext => new WorkRetryPolicyContext<T>(this, context);

    public bool IsHandled(Exception exception) => MayPass(exception);

    /// <summary>Whether what failed may succeed when it is tried again.</summary>
    public static bool MayPass(Exception exception) =>
        Outage.Is(exception)
        || exception is not (UnrecoverableException or ModelEndpointException { Transient: false } or BudgetExceededException
            or JsonException or ArgumentException or InvalidOperationException);

    public void Probe(ProbeContext context) => context.Set(new { Policy = "work", Limit });
}
