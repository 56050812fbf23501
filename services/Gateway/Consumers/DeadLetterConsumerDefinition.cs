using AgentScaler.Contracts;
using AgentScaler.Hosting.Bus;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Attaches the consumer of one message to the queue of dead letters only, and not to the published messages.</summary>
public sealed class DeadLetterConsumerDefinition<T>() : SharedWorkDefinition<DeadLetterConsumer<T>>(WorkQueues.DeadLetters, slots: 4)
    where T : class, IWork
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DeadLetterConsumer<T>> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);
    }
}
