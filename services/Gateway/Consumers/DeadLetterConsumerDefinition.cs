using AgentScaler.Hosting.Bus;
using MassTransit;

namespace AgentScaler.Gateway.Consumers;

/// <summary>Attaches the consumer to the queue of dead letters only, and not to the published messages.</summary>
public sealed class DeadLetterConsumerDefinition : WorkDefinition<DeadLetterConsumer>
{
    public DeadLetterConsumerDefinition()
        : base(slots: 4) => EndpointName = WorkQueues.DeadLetters;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<DeadLetterConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        base.ConfigureConsumer(endpointConfigurator, consumerConfigurator, context);
    }
}
