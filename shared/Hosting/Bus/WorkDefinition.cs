using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// How every consumer of work is run: so many units at once, no more fetched than that, retried while a failure may
/// pass, waiting while an outage lasts, and what it publishes leaves only when it has succeeded.
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
        var patience = context.GetRequiredService<IOptions<BusOptions>>().Value.Patience;
        endpointConfigurator.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new WorkRetryPolicy(patience, TimeProvider.System)));
        endpointConfigurator.UseInMemoryOutbox(context);
        consumerConfigurator.UseFilter(new FailureSizeFilter<TConsumer>());
    }
}
