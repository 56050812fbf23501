using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AgentScaler.Hosting.Bus;

/// <summary>
/// How a consumer runs that shares its queue with others. It is tried again as <see cref="WorkDefinition{TConsumer}"/> says; the policy hangs on the
/// consumer, since on the queue it would be added once for each consumer and multiply the tries. Such a consumer publishes nothing.
/// </summary>
public abstract class SharedWorkDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    private readonly int _slots;

    /// <param name="queue">The queue that the consumers share.</param>
    /// <param name="slots">How many units of work this process takes from it at once.</param>
    protected SharedWorkDefinition(string queue, int slots)
    {
        _slots = slots;
        EndpointName = queue;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<TConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = _slots;
        endpointConfigurator.ConcurrentMessageLimit = _slots;
        var patience = context.GetRequiredService<IOptions<BusOptions>>().Value.Patience;
        consumerConfigurator.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new WorkRetryPolicy(patience, TimeProvider.System)));
        consumerConfigurator.UseFilter(new FailureSizeFilter<TConsumer>());
    }
}
