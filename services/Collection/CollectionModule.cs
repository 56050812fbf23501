using AgentScaler.Collection.Consumers;
using MassTransit;

namespace AgentScaler.Collection;

/// <summary>Documents in, clean tools out.</summary>
public static class CollectionModule
{
    public static IServiceCollection AddCollection(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ScenarioCollector>();
        return services;
    }

    public static void AddCollectionConsumers(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<PipelineRequestedConsumer, PipelineRequestedConsumerDefinition>();
}
