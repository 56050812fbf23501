using AgentScaler.Contracts;
using AgentScaler.Gateway.Orchestration;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// Handles messages that the broker gave up. The message was redelivered repeatedly but never completed, typically because it crashes its worker.
/// It is recorded as dead work, as a fault is, so that the run can end.
/// </summary>
public sealed class DeadLetterConsumer<T>(DeadWork dead) : IConsumer<T>
    where T : class, IWork
{
    private const string Reason =
        "the broker gave the message up after its delivery limit: the work ended its worker, or outlived the broker's patience, each time";

    public Task Consume(ConsumeContext<T> context) => dead.WriteAsync(context.Message, Reason, [], null, context.CancellationToken);
}
