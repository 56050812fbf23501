using AgentScaler.Collection.Consumers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentScaler.Collection;

/// <summary>Documents in, clean tools out.</summary>
public static class CollectionModule
{
    /// <summary>Name of the HTTP client that asks the language model; each request has its own time limit.</summary>
    internal const string ModelClient = "collection-model";

    public static IServiceCollection AddCollection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(ModelClient, client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    public static void AddCollectionConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<PipelineRequestedConsumer, PipelineRequestedConsumerDefinition>();
}
