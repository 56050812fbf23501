using System.Text.Json;
using MassTransit;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// How every consumer of work is run: so many units at once, no more fetched than that, retried while a failure may
/// pass, and what it publishes leaves only when it has succeeded.
/// </summary>
public abstract class WorkDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private readonly int slots;

    /// <param name="slots">Units of work at once in this process.</param>
    protected WorkDefinition(int slots)
    {
        this.slots = slots;
        ConcurrentMessageLimit = slots;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // Prefetch is the number of slots: one worker never hoards what another could do.
        endpointConfigurator.PrefetchCount = slots;
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
            retry.Ignore<UnrecoverableException>();
            retry.Ignore<JsonException>();
            retry.Ignore<ArgumentException>();
            retry.Ignore<InvalidOperationException>();
        });
        endpointConfigurator.UseInMemoryOutbox(context);
    }
}
