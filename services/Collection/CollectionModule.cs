using AgentScaler.Hosting.Bus;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentScaler.Collection;

/// <summary>Registers the parts of the service, the same in one process and in a cluster.</summary>
public static class CollectionModule
{
    /// <summary>The name of the HTTP client for the language model. Each request has its own time limit.</summary>
    internal const string ModelClient = "collection-model";

    public static IServiceCollection AddCollection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(ModelClient, client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    public static void AddCollectionConsumers(this IBusRegistrationConfigurator bus) => bus.AddWork(typeof(CollectionModule).Assembly);
}
