using AgentScaler.Contracts;
using AgentScaler.Gateway.Orchestration;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>
/// The broker gave a message up: it was delivered again and again and never finished, which is what work does that kills its
/// worker. It becomes dead work as a fault does, so that the run ends visibly.
/// </summary>
public sealed class DeadLetterConsumer<T>(DeadWork dead) : IConsumer<T>
    where T : class, IWork
{
    private const string Reason = "the broker gave the message up after its delivery limit: the work ended its worker, or outlived the broker's patience, each time";

    public Task Consume(ConsumeContext<T> context) => dead.WriteAsync(context.Message, Reason, [], null, context.CancellationToken);
}
