using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// Configures a consumer of work: a fixed number of units at once, no more prefetched than that, retries while a failure may pass, waiting while an
/// outage lasts, and an outbox that publishes only after success.
/// </summary>
public abstract class WorkDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private readonly int _slots;

    /// <param name="slots">How many units of work this process handles at once.</param>
    protected WorkDefinition(int slots)
    {
        _slots = slots;
        ConcurrentMessageLimit = slots;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // Prefetch is the number of slots: one worker never hoards what another could do.
        endpointConfigurator.PrefetchCount = _slots;
        var patience = context.GetRequiredService<IOptions<BusOptions>>().Value.Patience;
        endpointConfigurator.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new WorkRetryPolicy(patience, TimeProvider.System)));
        endpointConfigurator.UseInMemoryOutbox(context);
        consumerConfigurator.UseFilter(new FailureSizeFilter<TConsumer>());
    }
}
